// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#pragma once

#include <models/compare/comparisonexport.h>

#include <QObject>

namespace Gatescope {

/// Writes a comparison to the clipboard or a file; the text is made on a worker. UI thread.
class CompareExport : public QObject
{
    Q_OBJECT
public:
    enum class Form { Markdown, Json };

    using QObject::QObject;

    void copy(const ComparisonReport &report, Form form);
    void save(const ComparisonReport &report, Form form, const QString &fileName);

Q_SIGNALS:
    void done(const QString &what); ///< a sentence
    void failed(const Gatescope::Error &error); ///< FileUnwritable
};

} // namespace Gatescope
