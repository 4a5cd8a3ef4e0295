package org.supportpin.domain.registrar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.supportpin.domain.registrar.Domains.GIORGOS;
import static org.supportpin.domain.registrar.Domains.MARIA;

import org.junit.jupiter.api.Test;
import org.supportpin.domain.name.DomainName;

class AdministratorMailsTest {

    private static final AdministratorEdit CHANGE =
            new AdministratorEdit(DomainName.parse("νόμος.gr").orThrow(), MARIA, GIORGOS.id(), GIORGOS.details());

    @Test
    void theOldAdministratorLearnsOfTheNewOne() {
        var mail = AdministratorMails.toOld(CHANGE);

        assertThat(mail.to()).isEqualTo(MARIA.details().email());
        assertThat(mail.purpose()).isEqualTo("administrator-old");
        assertThat(mail.text())
                .contains("δεν είστε πλέον διαχειριστής", "you are no longer the administrator")
                .contains("Γ••• (g•••@a•••.gr)");
    }

    @Test
    void theNewAdministratorIsNotified() {
        var mail = AdministratorMails.toNew(CHANGE);

        assertThat(mail.to()).isEqualTo(GIORGOS.details().email());
        assertThat(mail.purpose()).isEqualTo("administrator-new");
        assertThat(mail.text())
                .contains("είστε πλέον ο διαχειριστής", "you are now the administrator")
                .contains("Μ••• (m•••@e•••.gr)");
    }

    @Test
    void bothShowTheDomainInBothSpellingsAndMaskPeople() {
        for (var mail : new String[] {
            AdministratorMails.toOld(CHANGE).text(),
            AdministratorMails.toNew(CHANGE).text()
        }) {
            assertThat(mail).contains("νόμος.gr (xn--xxabhm1c.gr)").doesNotContain("%s");
            assertThat(mail).doesNotContain("Μαρία", "Γιώργος", "maria@", "giorgos@", "+30");
        }
        assertThat(AdministratorMails.toOld(CHANGE).subject())
                .startsWith("νόμος.gr: ")
                .doesNotContain("\n");
    }
}
