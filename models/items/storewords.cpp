// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include "storewords.h"
#include "entityvalues.h"

#include <QCoreApplication>

namespace Gatescope {

namespace {

class SourceSpeaker
{
    Q_DECLARE_TR_FUNCTIONS(Gatescope::SourceWords)
public:
    SourceSpeaker(const Project &project, const StoreParameter &parameter)
        : m_project(project)
        , m_parameter(parameter)
    { }

    Phrases words() const;

private:
    Phrases value(std::string_view member) const;
    Phrases entity() const;
    Phrases parameterOf(const QString &sentence) const;
    Phrases other() const;

    const Project &m_project;
    const StoreParameter &m_parameter;
};

Phrases SourceSpeaker::words() const
{
    switch (m_parameter.source) {
    case StoreParameter::Source::Static:
        return fillPhrases(tr("%1 for everyone"), {value("value")});
    case StoreParameter::Source::Gate:
        return fillPhrases(
            tr("%1 if gate %2 is on, else %3"), {value("pass_value"), entity(), value("fail_value")});
    case StoreParameter::Source::DynamicConfig:
        return parameterOf(tr("%1 of dynamic config %2"));
    case StoreParameter::Source::Experiment:
        return parameterOf(tr("%1 of experiment %2"));
    case StoreParameter::Source::Layer:
        return parameterOf(tr("%1 of layer %2"));
    case StoreParameter::Source::Other:
        return other();
    }
    return {};
}

Phrases SourceSpeaker::value(std::string_view member) const
{
    const JsonValue json = m_parameter.json.member(member);
    return {json.isValid() ? codePhrase(valueText(json)) : mutedPhrase(tr("no value"))};
}

Phrases SourceSpeaker::entity() const
{
    const std::string name = m_parameter.entity.name.toStdString();
    if (name.empty())
        return {mutedPhrase(tr("without a name"))};
    const Phrase phrase = entityPhrase(m_project, m_parameter.entity.table, name);
    if (phrase.style == Phrase::Style::Link)
        return {phrase};
    return {phrase, mutedPhrase(tr(" (not in these specs)"))};
}

Phrases SourceSpeaker::parameterOf(const QString &sentence) const
{
    const QString name = m_parameter.json.member("param_name").toString();
    return fillPhrases(
        sentence, {{name.isEmpty() ? mutedPhrase(tr("no parameter")) : codePhrase(name)}, entity()});
}

Phrases SourceSpeaker::other() const
{
    const JsonValue type = m_parameter.json.member("ref_type");
    if (!type.isValid())
        return {mutedPhrase(tr("The specs do not say where it comes from"))};
    return fillPhrases(tr("An unknown source, %1"), {{codePhrase(valueText(type))}});
}

} // namespace

Phrases sourceWords(const Project &project, const StoreParameter &parameter)
{
    return SourceSpeaker(project, parameter).words();
}

} // namespace Gatescope
