// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#pragma once

#include <ui/widgets/toolcombo.h>

namespace Gatescope {

/// The persona in the composer by its name; what opens is its owner's list, which can be searched.
class PersonaCombo : public ToolCombo
{
    Q_OBJECT
public:
    explicit PersonaCombo(QWidget *parent = nullptr);

    void showPersona(const QString &name, bool edited); ///< an empty name: none is chosen
    void showPopup() override { Q_EMIT openRequested(); }
    QSize sizeHint() const override;

Q_SIGNALS:
    void openRequested();
};

} // namespace Gatescope
