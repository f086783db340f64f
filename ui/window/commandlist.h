// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#pragma once

#include <models/items/commandsmodel.h>
#include <ui/theme/theme.h>

#include <QFrame>

#include <functional>
#include <optional>

class QLabel;
class QListView;

namespace Gatescope {

class SpokenCells;

/// How a command is drawn beside its name.
struct CommandLook
{
    Theme::Icon icon = Theme::Icon::Run;
    QString keys; ///< may be empty
    std::optional<Theme::Color> stripe {}; ///< of a connection
};

/// What was found, under the field it was typed into, which keeps the focus.
class CommandList : public QFrame
{
    Q_OBJECT
public:
    using LookOf = std::function<CommandLook(const Command &)>;

    CommandList(LookOf lookOf, QWidget *window);

    void setFound(const QList<FoundCommand> &found);
    /// Opens right below a widget of the same window, or moves there.
    void openUnder(const QWidget *field);
    void move(int rows);
    const Command *current() const; ///< null: nothing was found

Q_SIGNALS:
    void chosen(); ///< by the mouse

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void tellCurrent();

    CommandsModel *m_model;
    SpokenCells *m_cells;
    QListView *m_view;
    QLabel *m_hint;
};

} // namespace Gatescope
