// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#pragma once

#include <models/items/entityforuser.h>

#include <QWidget>

class QLabel;

namespace Gatescope {

class NameLink;
class StatusText;
class TextLabel;
class VerdictMark;

/// Name, state and the few facts of an entity that people ask for first.
class EntityHeader : public QWidget
{
    Q_OBJECT
public:
    explicit EntityHeader(QWidget *parent = nullptr);

    void setDetails(const EntityDetails &details);
    /// Null while it is not known.
    void setForUser(const EntityForUser *forUser);

Q_SIGNALS:
    void entityRequested(const Gatescope::EntityRef &ref);

private:
    struct Fact
    {
        QWidget *box = nullptr;
        TextLabel *value = nullptr;
    };

    QWidget *makeTitle();
    QWidget *makeFacts();
    Fact makeFact(const QString &name, bool isIdentifier, QWidget *extra = nullptr);
    Fact makeForUser();
    void setFact(const Fact &fact, const QString &value);
    void showStatus(const EntityDetails &details);
    void showFacts(const EntityDetails &details);
    void showIcon();

    ListedKind m_kind = EntityKind::Gate;
    QLabel *m_icon;
    StatusText *m_name;
    VerdictMark *m_status;
    VerdictMark *m_kindTag;
    Fact m_idType;
    Fact m_layer;
    NameLink *m_layerLink;
    Fact m_share;
    Fact m_salt;
    Fact m_apps;
    Fact m_user;
    VerdictMark *m_forUser;
    QString m_saltText;
    EntityRef m_layerRef;
};

} // namespace Gatescope
