// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#pragma once

#include <models/statsig/statsiguser.h>

#include <QWidget>

#include <optional>

namespace Gatescope {

class CodeText;
class InlineBar;
class UserDocument;

/// The user as JSON text. Valid text is the user at once; invalid text stays here, says where it is wrong,
/// and leaves the user as it last was.
class UserJson : public QWidget
{
    Q_OBJECT
public:
    explicit UserJson(UserDocument &document, QWidget *parent = nullptr);

    /// Why the text is not a user; nothing while it is one.
    const std::optional<Error> &error() const { return m_error; }
    /// Puts the user in place of an invalid text.
    void discard();
    QString text() const;
    void focusText();

Q_SIGNALS:
    void errorChanged();

protected:
    void showEvent(QShowEvent *event) override;

private:
    void takeText();
    void showUser();
    void setError(const std::optional<Error> &error);
    void markStale();

    UserDocument &m_document;
    CodeText *m_edit;
    InlineBar *m_bar;
    std::optional<Error> m_error;
    bool m_stale = true; ///< the user has changed since the text was made
    bool m_isTaking = false;
    bool m_isShowing = false;
};

} // namespace Gatescope
