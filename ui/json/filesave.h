// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#pragma once

#include <models/privacy/personalvalues.h>
#include <models/result.h>

#include <QByteArray>
#include <QString>

#include <functional>

class QWidget;

namespace Gatescope {

/// What is to be saved, and what it is to be called unless the user says otherwise.
struct FileToSave
{
    QString title; ///< of the dialog that asks where
    QString name; ///< any text; characters that file systems refuse are replaced
    QString suffix;
    std::function<QByteArray()> content; ///< called on a worker
    bool isOwnWork = false; ///< it is to be opened again: saved as it is in presenter mode too
    PersonalKind within {}; ///< it is somebody's, see Disguise::json()
};

/// Asks where, makes the content and writes it on a worker. Then `failed` is called with FileUnwritable, or
/// `saved` if there is one, unless the owner is gone by then. UI thread.
void saveFile(QWidget *owner, const FileToSave &file, const std::function<void(const Error &)> &failed,
    const std::function<void()> &saved = {});

/// A name for a file, without a suffix, from any text.
QString fileNameFrom(const QString &text);

} // namespace Gatescope
