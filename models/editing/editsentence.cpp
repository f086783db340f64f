// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include "editreading.h"
#include "payloadeditor.h"

#include <models/evaluation/rulewords.h>

#include <QLocale>

namespace Gatescope {

namespace {

constexpr qsizetype longestValue = 60;

/// Names are put in at once, so that what looks like a placeholder in one stays. What is somebody's is
/// quoted, so that a word like any other can be told from the sentence, by presenter mode too.
class EditSpeaker
{
    Q_DECLARE_TR_FUNCTIONS(Gatescope::EditSentence)
public:
    explicit EditSpeaker(const Project &project)
        : m_editor(project)
    { }

    QString operator()(const SetEnabled &edit) const
    {
        return (edit.enabled ? tr("Enable %1") : tr("Disable %1")).arg(name(edit.entity));
    }
    QString operator()(const SetPassPercentage &edit) const
    {
        return tr("Set rule %1 of %2 to %3")
            .arg(title(edit.rule), name(edit.rule.entity), percentWords(edit.percent));
    }
    QString operator()(const AddTarget &edit) const
    {
        return tr("Add %1 to rule %2 of %3").arg(value(edit.json), title(edit.rule), name(edit.rule.entity));
    }
    QString operator()(const RemoveTarget &edit) const
    {
        return tr("Remove %1 from rule %2 of %3")
            .arg(value(edit.json), title(edit.rule), name(edit.rule.entity));
    }
    QString operator()(const SetGroupSizes &edit) const;
    QString operator()(const SetReturnValue &edit) const;
    QString operator()(const ForceIntoGroup &edit) const;
    QString operator()(const Unforce &edit) const
    {
        return tr("Stop forcing %1 %2 in %3").arg(edit.idType, quoted(edit.id), name(edit.entity));
    }
    QString operator()(const SetTiers &edit) const;

private:
    QString name(const EntityRef &entity) const
    {
        const Result<const Spec *> spec = m_editor.spec(entity);
        return spec ? displayName(**spec) : entity.name;
    }
    QString title(const RuleRef &rule) const
    {
        const Result<EditedRule> found = m_editor.rule(rule);
        return found ? ruleTitle(*found->rule) : rule.ruleId;
    }
    static QString value(const QByteArray &json)
    {
        const auto document = JsonDocument::parse(json);
        const QString text = document && (*document)->root().isString() ? (*document)->root().toString()
                                                                        : QString::fromUtf8(json);
        return quoted(text.size() > longestValue ? QString(text.left(longestValue - 1) + u'…') : text);
    }

    static QString quoted(const QString &text) { return tr("“%1”").arg(text); }

    PayloadEditor m_editor;
};

QString EditSpeaker::operator()(const SetGroupSizes &edit) const
{
    const EntityRef experiment {SpecTable::DynamicConfigs, edit.experiment};
    if (edit.sizes.size() == 1)
        return tr("Set group %1 of %2 to %3")
            .arg(title({experiment, edit.sizes.first().ruleId}), name(experiment),
                percentWords(edit.sizes.first().percent));
    QStringList sizes;
    for (const GroupSize &size : edit.sizes)
        sizes << tr("%1 to %2", "group, percentage")
                     .arg(title({experiment, size.ruleId}), percentWords(size.percent));
    return tr("Set the groups of %1: %2").arg(name(experiment), QLocale().createSeparatedList(sizes));
}

QString EditSpeaker::operator()(const SetReturnValue &edit) const
{
    if (edit.rule.ruleId.isEmpty())
        return tr("Set the default value of %1").arg(name(edit.rule.entity));
    return tr("Set the value of %1 in %2").arg(title(edit.rule), name(edit.rule.entity));
}

QString EditSpeaker::operator()(const ForceIntoGroup &edit) const
{
    if (edit.entity.table == SpecTable::FeatureGates)
        return (edit.group == QLatin1StringView("pass") ? tr("Force %1 to pass for %2 %3")
                                                        : tr("Force %1 to fail for %2 %3"))
            .arg(name(edit.entity), edit.idType, quoted(edit.id));
    return tr("Force %1 %2 into %3 of %4")
        .arg(edit.idType, quoted(edit.id), title({edit.entity, edit.group}), name(edit.entity));
}

QString EditSpeaker::operator()(const SetTiers &edit) const
{
    const QString tiers = QLocale().createSeparatedList(edit.tiers);
    if (edit.rule.ruleId.isEmpty())
        return edit.tiers.isEmpty() ? tr("Let %1 apply in every tier").arg(name(edit.rule.entity))
                                    : tr("Limit %1 to %2").arg(name(edit.rule.entity), tiers);
    return edit.tiers.isEmpty()
        ? tr("Let rule %1 of %2 apply in every tier").arg(title(edit.rule), name(edit.rule.entity))
        : tr("Limit rule %1 of %2 to %3").arg(title(edit.rule), name(edit.rule.entity), tiers);
}

} // namespace

QString editSentence(const Project &project, const ProjectEdit &edit)
{
    return std::visit(EditSpeaker(project), edit);
}

} // namespace Gatescope
