// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#pragma once

#include <models/json/jsondocument.h>

#include <QWidget>

namespace Gatescope {

class ActionButton;
class CodeText;
class TextLabel;

/// A JSON value to edit as text, taken over by a button.
class ValueEditor : public QWidget
{
    Q_OBJECT
public:
    explicit ValueEditor(const QString &title, QWidget *parent = nullptr);

    void setValue(const JsonValue &value);

Q_SIGNALS:
    void applied(const QByteArray &json); ///< not checked

private:
    void refresh();

    CodeText *m_text;
    ActionButton *m_apply;
    QByteArray m_json; ///< as it stands
};

} // namespace Gatescope
