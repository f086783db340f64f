// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QWidget>

namespace Gatescope {

class ActionButton;
class CodeView;
class PaneHeader;
class Segmented;

/// The exact body of what would be sent now, with its size, indented for reading or as it is sent; Copy takes
/// its very bytes.
class BodyPane : public QWidget
{
    Q_OBJECT
public:
    explicit BodyPane(QWidget *parent = nullptr);

    /// `note` says how much is in it: "4 events, event 5 left out"; an empty body shows the note alone.
    void setBody(const QByteArray &body, const QString &note);
    const QByteArray &body() const { return m_body; }

private:
    void showBody();

    QByteArray m_body;
    PaneHeader *m_header;
    Segmented *m_form;
    ActionButton *m_copy;
    CodeView *m_view;
};

} // namespace Gatescope
