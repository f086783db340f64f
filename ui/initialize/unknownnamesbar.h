// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#pragma once

#include <models/items/initializemodel.h>
#include <ui/widgets/inlinebar.h>

namespace Gatescope {

class Workspace;

/// How many hashes of an answer have no known name, why, and what would give them one: the specs, from the
/// server or a file, or a list of names. Hidden where all have one.
class UnknownNamesBar : public InlineBar
{
    Q_OBJECT
public:
    explicit UnknownNamesBar(Workspace &workspace, QWidget *parent = nullptr);

    void showAbout(const InitializeViewPtr &view); ///< null: there is no answer

Q_SIGNALS:
    void namesChosen(const QString &fileName);

private:
    static QString unknownDespiteNames(int names, bool hasProject);
    void offerSpecs(const QString &refusal);
    void chooseSpecsFile();
    void chooseNames();

    Workspace &m_workspace;
    QStringList m_said; ///< what it shows
};

} // namespace Gatescope
