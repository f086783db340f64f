// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "comparework.h"

#include <ui/widgets/panel.h>

class QHBoxLayout;

namespace Gatescope {

class TagFlow;
class TextLabel;

/// The answer of a comparison in numbers, and how the two users differ.
class CompareCounts : public Panel
{
    Q_OBJECT
public:
    explicit CompareCounts(QWidget *parent = nullptr);

    void setOutcome(const CompareOutcome &outcome);

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    struct Count
    {
        TextLabel *number;
        TextLabel *word;
    };
    Count addCount(std::optional<Theme::Icon> icon, Theme::Color color);
    void setCount(const Count &count, qint64 number, const QString &one, const QString &many);
    void setUsers(const CompareOutcome &outcome);
    void showPlaces();
    void showTags();

    QHBoxLayout *m_layout;
    Count m_entities;
    Count m_fields;
    Count m_left;
    Count m_right;
    Count m_same;
    QWidget *m_users;
    TextLabel *m_usersTitle;
    TagFlow *m_tags;
    JsonDocumentPtr m_leftUser; ///< which the differences point into
    JsonDocumentPtr m_rightUser;
    std::vector<FieldDifference> m_differences; ///< between the users
    QStringList m_places; ///< in words
};

} // namespace Gatescope
