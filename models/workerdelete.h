// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QThreadPool>

namespace Gatescope {

/// Deletes on a worker, for what takes milliseconds to let go of: whoever holds it last may be the UI thread.
struct WorkerDelete
{
    template<class T>
    void operator()(T *object) const
    {
        if (QThreadPool *pool = QThreadPool::globalInstance())
            pool->start([object] { delete object; });
        else
            delete object;
    }
};

} // namespace Gatescope
