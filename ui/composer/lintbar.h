// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#pragma once

#include <models/evaluation/lint/finding.h>

#include <QWidget>

namespace Gatescope {

class ActionButton;
class PhraseText;

/// One finding under what it is about: its sentence, and behind the last word the links that act on it. A
/// warning stands on its colour and is read out the first time it is seen; a hint is quiet.
class LintBar : public QWidget
{
    Q_OBJECT
public:
    explicit LintBar(const LintFinding &finding, QWidget *parent = nullptr);

    const LintFinding &finding() const { return m_finding; }
    /// Whether the other says the same, if of another row.
    bool says(const LintFinding &finding) const;
    void setFinding(const LintFinding &finding); ///< one that it says()
    bool isAnnounced() const { return m_isAnnounced; } ///< to screen readers, which happens once
    /// What Tab stops at, in reading order.
    QList<QWidget *> tabStops() const;

    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override;
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

Q_SIGNALS:
    void mendRequested(const Gatescope::LintFinding &finding);
    void dismissed(const Gatescope::LintFinding &finding);
    void entityRequested(const Gatescope::EntityRef &entity);

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void showEvent(QShowEvent *event) override;

private:
    bool isWarning() const { return m_finding.severity == LintFinding::Severity::Warning; }
    ActionButton *addLink(const QString &text);
    void applyTheme();
    QMargins margins() const;
    int textLeft() const;
    /// Puts text and links into that width if `place`, and says how high they are.
    int layOut(int width, bool place) const;

    LintFinding m_finding;
    PhraseText *m_sentence;
    QList<ActionButton *> m_links;
    bool m_isAnnounced = false;
};

} // namespace Gatescope
