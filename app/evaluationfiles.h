// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "evaluationreader.h"

namespace Gatescope {

class Preferences;

/// The files for evaluating that the preferences name. Late answers about an earlier choice are dropped. UI
/// thread.
class EvaluationFiles : public EvaluationData
{
    Q_OBJECT
public:
    EvaluationFiles(
        Preferences &preferences, std::shared_ptr<const IdLists> sandboxIdLists, QObject *parent = nullptr);

    const EvaluationDataState &state() const override { return m_state; }
    void refresh() override;
    void setSandboxIdLists(const std::shared_ptr<const IdLists> &idLists);

    /// Looks addresses up in whatever table is loaded at that time, in none until then: what the sandbox
    /// answers with, so that it says the same as an evaluation here. Any thread.
    std::shared_ptr<const CountryLookup> currentCountries() const;

private:
    /// One file: where it stands in the state, and how it is read.
    template<class Data>
    struct Place
    {
        EvaluationFile EvaluationDataState::*file;
        std::shared_ptr<const Data> EvaluationDataState::*data;
        ReadEvaluationFile<Data> (*read)(const QString &path);
        FileStamp stamp;
        quint64 token = 0;
    };
    class CurrentCountries;

    template<class Data>
    void choose(Place<Data> &place, const QString &path);
    template<class Data>
    void readAgain(Place<Data> &place);
    template<class Data>
    void take(Place<Data> &place, const ReadEvaluationFile<Data> &read);
    void tellChange();

    EvaluationDataState m_state;
    Place<CountryLookup> m_countries;
    Place<IdLists> m_idLists;
    std::shared_ptr<CurrentCountries> m_currentCountries;
};

} // namespace Gatescope
