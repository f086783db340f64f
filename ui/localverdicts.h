// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#pragma once

#include <models/items/localwitness.h>

#include <QObject>
#include <QTimer>

#include <atomic>

namespace Gatescope {

class Workspace;

/// Evaluates on this machine what is asked for, for the user as it is sent, and again whenever the user, the
/// specs or the evaluation data change; no server is needed. On a worker; an evaluation that is overtaken is
/// stopped and its answers are dropped. UI thread.
class LocalVerdicts : public QObject
{
    Q_OBJECT
public:
    explicit LocalVerdicts(Workspace &workspace, QObject *parent = nullptr);
    ~LocalVerdicts() override;

    void setItems(const CheckItems &items); ///< replaces those before
    /// What the last answers come from; null without specs.
    const LocalWitnessPtr &witness() const { return m_witness; }

    /// How long the user has to be left alone before it is evaluated.
    static constexpr std::chrono::milliseconds userPause {400};

Q_SIGNALS:
    void outdated(); ///< the last answers hold no longer; others follow
    /// Of all items; none of them without specs.
    void evaluated(const Gatescope::LocalAnswers &answers);

private:
    struct Job;
    struct Outcome;

    void follow();
    void forget();
    void evaluate();
    void stop();
    static Outcome run(const Job &job);

    Workspace &m_workspace;
    CheckItems m_items;
    ProjectPtr m_project;
    StatsigUser m_user; ///< as it is sent
    EvaluationContext m_context;
    LocalWitnessPtr m_witness;
    QTimer m_pause;
    std::shared_ptr<std::atomic<bool>> m_stopped; ///< of the evaluation under way
    quint64 m_token = 0;
};

} // namespace Gatescope
