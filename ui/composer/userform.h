// SPDX-FileCopyrightText: 2026 The Gatescope authors
// SPDX-License-Identifier: MIT
#pragma once

#include <models/statsig/statsiguser.h>

#include <QMap>
#include <QScrollArea>

class QComboBox;
class QLineEdit;
class QVBoxLayout;

namespace Gatescope {

class ActionButton;
class AttributeSection;
class UserDocument;
class UserFieldRow;

/// The user as a form: every known field, the tier, the tables. What it does not know it counts and leaves
/// alone.
class UserForm : public QScrollArea
{
    Q_OBJECT
public:
    explicit UserForm(UserDocument &document, QWidget *parent = nullptr);

    /// The tier in force where the user names none, for the Environment field's placeholder.
    void setConnectionTier(const QString &tier);
    int warningCount() const;
    void showFirstWarning();
    void focusFirst();

Q_SIGNALS:
    void jsonRequested();
    void warningsChanged();

private:
    void addFields();
    void addEnvironment();
    void addTables();
    void addLinks();
    AttributeSection *addTable(UserTable table);
    void offerDevices(QLineEdit *edit);
    void showUser();
    void showChecks();
    void showOthers();
    void editField(UserField field, const QString &text);
    void editTier(const QString &tier);
    void applyTheme();

    UserDocument &m_document;
    QWidget *m_content;
    QVBoxLayout *m_layout;
    QMap<UserField, UserFieldRow *> m_fields;
    UserFieldRow *m_environment = nullptr;
    QComboBox *m_tier = nullptr;
    QMap<UserTable, AttributeSection *> m_tables;
    ActionButton *m_others = nullptr;
};

} // namespace Gatescope
