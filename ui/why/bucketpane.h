// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#pragma once

#include <models/explain/bucketfact.h>
#include <ui/widgets/panel.h>

namespace Gatescope {

class ActionButton;
class BucketBar;
class StatusText;
class TextLabel;

/// One bucket under the evidence: whose it is, the bar, and on demand the arithmetic behind it.
class BucketPane : public Panel
{
    Q_OBJECT
public:
    explicit BucketPane(QWidget *parent = nullptr);

    void setFact(const BucketFact &fact);
    /// "Fourth of 6 rules decided. …"
    void setSummary(const QString &summary);
    void clearFact(); ///< the summary stays

private:
    QString arithmetic() const;
    void showArithmetic(bool shown);

    BucketFact m_fact;
    QWidget *m_box;
    StatusText *m_about;
    ActionButton *m_more;
    BucketBar *m_bar;
    TextLabel *m_arithmetic;
    TextLabel *m_summary;
};

} // namespace Gatescope
