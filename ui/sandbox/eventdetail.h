// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#pragma once

#include <models/evaluation/evaluator.h>
#include <models/items/checkanswer.h>
#include <models/sandbox/sandboxactivity.h>
#include <models/statsig/statsiguser.h>
#include <ui/widgets/panel.h>

namespace Gatescope {

class ActionButton;
class JsonTreePane;
class PaneHeader;
class Sentence;

/// One received event: whose, for an exposure what the client saw and what the sandbox's project says of the
/// same user, and the event itself.
class EventDetail : public Panel
{
    Q_OBJECT
public:
    explicit EventDetail(QWidget *parent = nullptr);

    /// Null shows nothing. The project decides what it would say now; null: nothing is said.
    void setEvent(const ReceivedEventPtr &event, const ProjectPtr &project, const EvaluationContext &context);

Q_SIGNALS:
    void requestRequested(quint64 number);
    void userRequested(const Gatescope::StatsigUser &user); ///< into the composer
    /// Explain the exposure's entity for the event's user.
    void whyRequested(const Gatescope::StatsigUser &user, const Gatescope::CheckItem &item);

private:
    void showVerdict(const ProjectPtr &project, const EvaluationContext &context);

    PaneHeader *m_header;
    Sentence *m_sentence;
    ActionButton *m_why;
    ActionButton *m_user;
    ActionButton *m_request;
    QWidget *m_nothing; ///< in place of the tree
    JsonTreePane *m_tree;
    ReceivedEventPtr m_event;
    JsonDocumentPtr m_document;
    CheckItem m_item;
};

} // namespace Gatescope
