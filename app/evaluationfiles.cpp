// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include "evaluationfiles.h"

#include <models/ports/preferences.h>
#include <ui/onfinished.h>

#include <QtConcurrentRun>

#include <mutex>

namespace Gatescope {

class EvaluationFiles::CurrentCountries : public CountryLookup
{
public:
    void set(const std::shared_ptr<const CountryLookup> &table)
    {
        const std::scoped_lock lock(m_mutex);
        m_table = table;
    }

    std::optional<std::string> country(std::string_view ip) const override
    {
        std::unique_lock lock(m_mutex);
        const std::shared_ptr<const CountryLookup> table = m_table;
        lock.unlock();
        return table ? table->country(ip) : std::nullopt;
    }

private:
    mutable std::mutex m_mutex;
    std::shared_ptr<const CountryLookup> m_table;
};

EvaluationFiles::EvaluationFiles(
    Preferences &preferences, std::shared_ptr<const IdLists> sandboxIdLists, QObject *parent)
    : EvaluationData(parent)
    , m_countries {&EvaluationDataState::countriesFile, &EvaluationDataState::countries, &readCountriesFile,
          {}}
    , m_idLists {&EvaluationDataState::idListsFile, &EvaluationDataState::idLists, &readIdListsFile, {}}
    , m_currentCountries(std::make_shared<CurrentCountries>())
{
    m_state.sandboxIdLists = std::move(sandboxIdLists);
    const auto chooseBoth = [this](const PreferenceValues &values) {
        choose(m_countries, values.countriesFile);
        choose(m_idLists, values.idListsFile);
    };
    connect(&preferences, &Preferences::changed, this, chooseBoth);
    chooseBoth(preferences.values());
}

void EvaluationFiles::setSandboxIdLists(const std::shared_ptr<const IdLists> &idLists)
{
    if (m_state.sandboxIdLists == idLists)
        return;
    m_state.sandboxIdLists = idLists;
    Q_EMIT changed();
}

std::shared_ptr<const CountryLookup> EvaluationFiles::currentCountries() const
{
    return m_currentCountries;
}

template<class Data>
void EvaluationFiles::choose(Place<Data> &place, const QString &path)
{
    if ((m_state.*place.file).path == path)
        return;
    const quint64 token = ++place.token;
    m_state.*place.file = EvaluationFile {path, !path.isEmpty(), {}, {}, {}};
    m_state.*place.data = nullptr;
    tellChange();
    if (path.isEmpty())
        return;
    onFinished(QtConcurrent::run(place.read, path), this,
        [this, &place, token](const ReadEvaluationFile<Data> &read) {
            if (token == place.token)
                take(place, read);
        });
}

void EvaluationFiles::refresh()
{
    readAgain(m_countries);
    readAgain(m_idLists);
}

template<class Data>
void EvaluationFiles::readAgain(Place<Data> &place)
{
    const EvaluationFile &file = m_state.*place.file;
    if (file.path.isEmpty() || file.loading)
        return;
    const auto readIfChanged = [path = file.path, stamp = place.stamp, read = place.read] {
        return stampOf(path) == stamp ? std::optional<ReadEvaluationFile<Data>>() : read(path);
    };
    onFinished(QtConcurrent::run(readIfChanged), this,
        [this, &place, token = ++place.token](const std::optional<ReadEvaluationFile<Data>> &read) {
            if (token == place.token && read)
                take(place, *read);
        });
}

template<class Data>
void EvaluationFiles::take(Place<Data> &place, const ReadEvaluationFile<Data> &read)
{
    place.stamp = read.stamp;
    m_state.*place.file = read.file;
    m_state.*place.data = read.data;
    tellChange();
}

void EvaluationFiles::tellChange()
{
    m_currentCountries->set(m_state.countries);
    Q_EMIT changed();
}

} // namespace Gatescope
