// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#pragma once

#include <models/result.h>

#include <QDateTime>
#include <QObject>

#include <memory>
#include <optional>

namespace Gatescope {

class CountryLookup;
class IdLists;

/// A file that evaluating on this machine needs beside the specs, as far as it was understood.
struct EvaluationFile
{
    QString path; ///< empty: none is chosen
    bool loading = false;
    QDateTime writtenUtc; ///< the file's own date
    QString contents; ///< what was found in it, in words: "3 lists, 12,400 IDs"
    std::optional<Error> error; ///< why nothing of it is used

    bool isLoaded() const { return !path.isEmpty() && !loading && !error; }
    bool operator==(const EvaluationFile &) const = default;
};

/// What verdicts depend on beside the specs and the user. Whatever is missing makes the verdicts that hang on
/// it undetermined, never wrong.
struct EvaluationDataState
{
    EvaluationFile countriesFile;
    EvaluationFile idListsFile;
    std::shared_ptr<const CountryLookup> countries; ///< null: none
    std::shared_ptr<const IdLists> idLists; ///< null: none
    std::shared_ptr<const IdLists> sandboxIdLists; ///< what the sandbox evaluates with; null: nothing

    bool operator==(const EvaluationDataState &) const = default;
};

/// Keeps the files chosen in the preferences in memory, read on a worker at the start, when another is chosen
/// and when one was changed. UI thread.
class EvaluationData : public QObject
{
    Q_OBJECT
public:
    using QObject::QObject;

    virtual const EvaluationDataState &state() const = 0;
    /// Looks whether the files are still those that were read, and reads them again if not.
    virtual void refresh() = 0;

Q_SIGNALS:
    void changed();
};

} // namespace Gatescope
