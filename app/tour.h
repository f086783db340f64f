// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "commands/command.h"
#include "stepper.h"

#include <models/evaluation/phrase.h>
#include <models/statsig/exchange.h>

#include <QDir>
#include <QSize>

namespace Gatescope {

class Application;
class MainWindow;
class Workspace;

/// Drives the window through every page, as a person would, and saves a picture of each: proof that the
/// program works where nobody can look, and the source of the pictures in the README.
class Tour : public QObject
{
    Q_OBJECT
public:
    struct Options
    {
        QString folder; ///< for the pictures; empty: a new temporary one
        QSize size;
        bool dark = false; ///< only for the pictures' names
        bool presenter = false; ///< in presenter mode
    };

    Tour(Application &application, const Options &options, CommandStreams streams);

    /// Runs the event loop until the tour is over; returns an ExitCode.
    int run();

Q_SIGNALS:
    void pictureTaken(const QString &name, QWidget *shown); ///< of what is still on the screen

private:
    Result<QDir> pictureFolder() const;
    QList<Stepper::Step> steps();
    void press(const QString &button);
    void find(const QString &text); ///< in the command field
    Stepper::Step visit(const QString &page, std::function<void()> act);
    Stepper::Step visitSandbox(int part, const QString &picture);
    void choose(const QString &askAction);
    void select(const QString &table, const EntityRef &entity);
    void compareUsers();
    void composeEvents();
    void sendExposures();
    void askWithExposures();
    void save(const QString &name);
    void save(const QString &name, QWidget &shown);
    bool isIdle() const;
    bool isHistoryShown() const; ///< or there is none
    bool printCalls();

    Application &m_application;
    MainWindow &m_window;
    Workspace &m_workspace;
    Options m_options;
    CommandStreams m_streams;
    QDir m_folder;
    bool m_allSaved = true;
    int m_callsUnderWay = 0;
    int m_idleLooks = 0; ///< how often in a row nothing was under way
};

} // namespace Gatescope
