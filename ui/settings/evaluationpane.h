// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#pragma once

#include <models/ports/evaluationdata.h>

#include <QWidget>

namespace Gatescope {

class ActionButton;
class InlineBar;
class Sentence;
class StatusText;
class Workspace;
struct PreferenceValues;

/// One file for evaluating: what it is for, what was found in it, and the ways to choose another or none.
class EvaluationFileChoice : public QWidget
{
    Q_OBJECT
public:
    struct Subject
    {
        QString title;
        QString purpose;
        QString noneText; ///< what follows from having none
        QString filter; ///< of the file chooser
        QString PreferenceValues::*path;
        EvaluationFile EvaluationDataState::*file;
    };
    EvaluationFileChoice(Workspace &workspace, const Subject &subject, QWidget *parent = nullptr);

private:
    void chooseFile();
    void setPath(const QString &path);
    void showState();

    Workspace &m_workspace;
    const Subject m_subject;
    StatusText *m_path;
    Sentence *m_contents; ///< or what follows from having none
    InlineBar *m_problem;
    ActionButton *m_clear;
};

/// Where the data come from that evaluating on this machine needs beside the specs.
class EvaluationPane : public QWidget
{
    Q_OBJECT
public:
    explicit EvaluationPane(Workspace &workspace, QWidget *parent = nullptr);
};

} // namespace Gatescope
