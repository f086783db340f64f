// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QFutureWatcher>

#include <utility>

namespace Gatescope {

/// Calls `callback` with a future's result in the thread of `context`; never, if that dies first.
template<class T, class Callback>
void onFinished(const QFuture<T> &future, QObject *context, Callback callback)
{
    auto *watcher = new QFutureWatcher<T>(context);
    QObject::connect(
        watcher, &QFutureWatcherBase::finished, context, [watcher, callback = std::move(callback)] {
            watcher->deleteLater();
            callback(watcher->result());
        });
    watcher->setFuture(future);
}

} // namespace Gatescope
