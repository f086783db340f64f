// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#pragma once

#include <models/explain/conditiontargets.h>

#include <QDialog>

#include <stop_token>

namespace Gatescope {

class DataView;
class FilterEdit;
class StatusText;
class Sentence;
class TargetsModel;

/// Every target of a condition, however many, with a line to find one; those that the user's value fits are
/// marked. Reads and searches on workers; a search that is overtaken is stopped. UI thread.
class TargetsDialog : public QDialog
{
    Q_OBJECT
public:
    /// `row` is into Explanation::rows, of a condition.
    TargetsDialog(const ExplanationPtr &explanation, std::uint32_t row, QWidget *parent);
    ~TargetsDialog() override;

Q_SIGNALS:
    void shown(); ///< what was read or looked for is in the list

private:
    void take(const ConditionTargetsPtr &targets);
    void search(const QString &text);
    void showCount();

    TargetsModel *m_model;
    FilterEdit *m_filter;
    StatusText *m_count;
    Sentence *m_fitting;
    DataView *m_view;
    std::stop_source m_stop;
    quint64 m_token = 0; ///< of the search under way
};

} // namespace Gatescope
