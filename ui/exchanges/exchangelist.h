// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#pragma once

#include <models/statsig/exchange.h>

#include <QWidget>

#include <functional>

namespace Gatescope {

/// A list of exchanges with both sides of the chosen one: those of this run, or those of the history.
class ExchangeList : public QWidget
{
    Q_OBJECT
public:
    using QWidget::QWidget;
    using Pair = std::pair<ExchangePtr, ExchangePtr>; ///< the older first

    virtual ExchangePtr current() const = 0; ///< null: none is chosen, or it is still being read
    virtual int selectedCount() const = 0;
    /// The two that are selected; never calls back where there are not exactly two. Not from inside where
    /// they have to be read first.
    virtual void loadPair(const std::function<void(const Result<Pair> &)> &callback) = 0;
    /// Selects both and shows the second, as soon as it is there.
    virtual void choosePair(const Pair &pair) = 0;
    virtual QString summary() const = 0; ///< for the head of the page
    virtual void focusFilter() = 0;
    virtual bool leaveFilter() = 0; ///< true if there was one

Q_SIGNALS:
    void selectionChanged(); ///< also when current() has been read
    void summaryChanged();
};

} // namespace Gatescope
