// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#pragma once

#include <models/result.h>
#include <ui/theme/theme.h>

#include <QWidget>

class QBoxLayout;

namespace Gatescope {

class ActionButton;
class Sentence;

/// A message in the flow of the page: it pushes the content, never covers it, and stays until solved or
/// closed. All its text is plain.
class InlineBar : public QWidget
{
    Q_OBJECT
public:
    enum class Kind { Info, Warning, Error, Undetermined };
    enum class Density { Normal, Compact }; ///< compact: under its subject, in the composer

    explicit InlineBar(Kind kind, Density density = Density::Normal, QWidget *parent = nullptr);

    Kind kind() const { return m_kind; }
    void setKind(Kind kind);
    /// One sentence; `headline` stands first in the kind's colour and bold.
    void setText(const QString &text) { setText(QString(), text); }
    void setText(const QString &headline, const QString &text);
    /// The first of several sentences is the headline: what happened, before what it means and what to do.
    void setSentences(const QString &text);
    QString text() const;
    QString headline() const { return m_headline; }
    /// Shows a failure: its message, and its detail in the tool tip.
    void setError(const Error &error);

    ActionButton *addAction(const QString &text);
    ActionButton *addLink(const QString &text);
    void clearActions();
    void setClosable(bool closable);
    /// Actions stand below the text; beside it where the bar is one line.
    void setActionsBeside(bool beside);

Q_SIGNALS:
    void closed();

protected:
    void paintEvent(QPaintEvent *event) override;
    void showEvent(QShowEvent *event) override;

private:
    ActionButton *add(ActionButton *button);
    void applyTheme();

    Kind m_kind;
    Density m_density;
    QString m_headline;
    QString m_text;
    Sentence *m_sentence;
    QWidget *m_icon;
    QWidget *m_actions;
    ActionButton *m_close;
    QBoxLayout *m_body;
};

} // namespace Gatescope
