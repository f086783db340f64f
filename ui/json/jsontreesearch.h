// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#pragma once

#include <models/json/jsonnodefilter.h>
#include <models/json/jsonsearch.h>

#include <QObject>

#include <stop_token>

namespace Gatescope {

/// What a search came to, ready to be shown.
struct JsonTreeFindings
{
    JsonDocumentPtr document; ///< which it was looked for in
    std::shared_ptr<const JsonFindings> found;
    std::shared_ptr<const JsonNodeFilter> filter; ///< of what was found

    bool operator==(const JsonTreeFindings &) const = default;
};

/// Searches on a worker; what is overtaken is stopped and its answer dropped. UI thread.
class JsonTreeSearch : public QObject
{
    Q_OBJECT
public:
    using QObject::QObject;
    ~JsonTreeSearch() override;

    void start(const JsonDocumentPtr &document, const JsonValue &root, const JsonQuery &query);
    void stop(); ///< nothing more is told

Q_SIGNALS:
    void finished(const Gatescope::Result<Gatescope::JsonTreeFindings> &findings);

private:
    std::stop_source m_stop;
    quint64 m_token = 0;
};

} // namespace Gatescope
