// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#include "personacombo.h"

#include <ui/widgets/plaintooltip.h>

namespace Gatescope {

PersonaCombo::PersonaCombo(QWidget *parent)
    : ToolCombo(parent)
{
    setObjectName(QStringLiteral("personaComboBox"));
    setAccessibleName(tr("Persona"));
    setMaximumContentWidth(200);
    addItem(QString());
    showPersona({}, false);
}

void PersonaCombo::showPersona(const QString &name, bool edited)
{
    const QString text = name.isEmpty() ? tr("Choose a persona") : name;
    const QString suffix = edited ? tr("edited") : QString();
    setItemText(0, edited ? tr("%1, edited").arg(name) : text); // what a screen reader says
    setFace({{}, Theme::Icon::User, {}, text, suffix, false});
    setToolTip(plainToolTip(tr("%1 (Ctrl+P)", "persona").arg(itemText(0))));
}

/// As high as the fields below it, where a bar's is higher.
QSize PersonaCombo::sizeHint() const
{
    const Theme &theme = Theme::instance();
    const QFontMetrics metrics(theme.font(Theme::Font::Body));
    return {ToolCombo::sizeHint().width(), qMax(theme.scaled(28), metrics.height() + 8)};
}

} // namespace Gatescope
