// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#pragma once

#include <models/statsig/exchange.h>
#include <ui/widgets/panel.h>

class QHBoxLayout;

namespace Gatescope {

class ActionButton;
class CopyMenuButton;
class ExchangeView;
class StatusText;
class VerdictMark;

/// The last exchange below every page: a bar that says what was asked and how it went, and opens to both
/// sides of it.
class ExchangePanel : public Panel
{
    Q_OBJECT
public:
    explicit ExchangePanel(QWidget *parent = nullptr);

    /// Null: none yet, or cleared.
    void setExchange(const ExchangePtr &exchange);
    const ExchangePtr &exchange() const { return m_exchange; }
    bool isOpen() const { return m_open; }
    void setOpen(bool open);
    int barHeight() const;

Q_SIGNALS:
    void openRequested(bool open);
    void copyRequested();

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    QWidget *makeBar();
    void makeView();
    void describe();
    void showNumbers();
    void applyHeight();

    ActionButton *m_toggle;
    StatusText *m_what;
    VerdictMark *m_mark;
    StatusText *m_numbers;
    ActionButton *m_copy;
    CopyMenuButton *m_copyMenu = nullptr;
    QHBoxLayout *m_bar;
    ExchangeView *m_view = nullptr; ///< until it is first opened
    ExchangePtr m_exchange;
    bool m_open = false;
};

} // namespace Gatescope
