// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#pragma once

#include <atomic>
#include <memory>

namespace Gatescope {

/// A value that is made when it is first asked for. Any thread: two may both make one, the first that is done
/// is kept.
template<class T>
class MadeOnce
{
public:
    MadeOnce() = default;
    ~MadeOnce() { delete m_value.load(); }
    MadeOnce(const MadeOnce &) = delete;
    MadeOnce &operator=(const MadeOnce &) = delete;

    /// `make` gives a std::unique_ptr<const T>.
    const T &get(auto &&make) const
    {
        const T *current = m_value.load(std::memory_order_acquire);
        if (!current) {
            auto made = make();
            if (m_value.compare_exchange_strong(current, made.get(), std::memory_order_acq_rel))
                current = made.release();
        }
        return *current;
    }

private:
    mutable std::atomic<const T *> m_value = nullptr;
};

} // namespace Gatescope
