// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "phraselayout.h"

#include <QWidget>

namespace Gatescope {

/// Wrapped phrases as a widget. Its links can be clicked, and reached by Tab and the arrows; its text can be
/// copied from the context menu.
class PhraseText : public QWidget
{
    Q_OBJECT
public:
    explicit PhraseText(PhraseLayout::Size size = PhraseLayout::Size::Body, QWidget *parent = nullptr);

    void setPhrases(const Phrases &phrases);
    const Phrases &phrases() const { return m_phrases; } ///< as they are shown (Presenter)
    void setColorRole(Theme::Color color);
    /// Of the text at that width, for what stands right behind it.
    QRectF lastLine(int width) const { return layOut(qMax(1, width)).lastLine(); }

    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override;
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

Q_SIGNALS:
    void linkActivated(const Gatescope::EntityRef &ref);

protected:
    void paintEvent(QPaintEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;

private:
    PhraseLayout layOut(int width) const;
    void showPhrases();
    QList<EntityRef> links() const;
    void moveLink(int by);

    PhraseLayout::Size m_size;
    Theme::Color m_color = Theme::Color::Text;
    Phrases m_given;
    Phrases m_phrases;
    int m_link = 0; ///< the one the keyboard is on
};

} // namespace Gatescope
