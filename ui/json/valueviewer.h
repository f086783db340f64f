// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "valuereading.h"

#include <models/privacy/personalvalues.h>
#include <models/result.h>

#include <QDialog>

class QStackedWidget;

namespace Gatescope {

class ActionButton;
class CodeView;
class InlineBar;
class JsonTreePane;
class Segmented;
class Sentence;
class TextLabel;

/// One JSON value in a window of its own: long text in full, JSON within text as a tree, Base64 decoded, a
/// moment in local time and UTC. What it can be read as is found on a worker. UI thread.
class ValueViewer : public QDialog
{
    Q_OBJECT
public:
    /// `within`: it is somebody's, see Disguise::json().
    ValueViewer(
        const JsonDocumentPtr &document, const JsonValue &value, PersonalKind within, QWidget *parent);

    void showProblem(const Error &error);

Q_SIGNALS:
    void shown(); ///< what it can be read as is there

private:
    QWidget *makeHead();
    void take(const ValueReading &reading);
    void showForm(int index);
    const ValueForm &current() const;
    void copy();
    void save();

    JsonDocumentPtr m_document; ///< which the value lives in
    JsonValue m_value;
    const PersonalKind m_within;
    std::vector<ValueForm> m_forms;
    TextLabel *m_what;
    Sentence *m_moment;
    Segmented *m_choice;
    ActionButton *m_copy;
    ActionButton *m_save;
    InlineBar *m_problem;
    QStackedWidget *m_body;
    CodeView *m_text;
    JsonTreePane *m_tree;
};

} // namespace Gatescope
