package org.supportpin.functions.action;

import static org.assertj.core.api.Assertions.assertThat;
import static org.supportpin.functions.action.ActionJsonChecks.assertFaults;
import static org.supportpin.functions.action.ActionJsonChecks.assertReadBack;
import static org.supportpin.functions.action.ChangeDomainAdministratorJson.JSON;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.supportpin.backoffice.json.JsonText;
import org.supportpin.domain.action.Difference;
import org.supportpin.domain.check.Checked.Valid;
import org.supportpin.domain.identity.CustomerId;
import org.supportpin.domain.mail.EmailAddress;
import org.supportpin.domain.name.DomainName;
import org.supportpin.domain.phone.PhoneNumber;
import org.supportpin.domain.registrar.AdministratorEdit;
import org.supportpin.domain.registrar.ChangeDomainAdministrator;
import org.supportpin.domain.registrar.Contact;
import org.supportpin.domain.registrar.ContactDetails;
import org.supportpin.domain.registrar.ContactId;
import org.supportpin.domain.registrar.NewAdministrator;
import org.supportpin.domain.registrar.PersonName;

class ChangeDomainAdministratorJsonTest {

    private static final DomainName DOMAIN = new DomainName("nea.gr");
    private static final ContactDetails ANNA = details("Άννα Δήμου", "anna@nea.gr", "+302101234567");
    private static final Contact MARIA = new Contact(
            new ContactId("con-1"),
            new CustomerId("1001"),
            new CustomerId("1001"),
            details("Μαρία Παπαδοπούλου", "maria@example.gr", "+306912345678"));
    private static final AdministratorEdit TO_SOMEBODY_NEW = new AdministratorEdit(DOMAIN, MARIA, null, ANNA);
    private static final AdministratorEdit TO_A_CONTACT =
            new AdministratorEdit(DOMAIN, MARIA, new ContactId("con-2"), ANNA);

    @Test
    void aRequestForAContactIsRead() {
        assertThat(JSON.parameters().from(JsonText.readOwn("""
                        {"domain": "nea.gr", "administrator": {"contactId": "con-2"}}""")))
                .isEqualTo(new Valid<>(
                        new ChangeDomainAdministrator(DOMAIN, new NewAdministrator.Listed(new ContactId("con-2")))));
    }

    @Test
    void aRequestForSomebodyNewIsReadAndNormalised() {
        assertThat(JSON.parameters().from(JsonText.readOwn("""
                        {"domain": "nea.gr", "administrator": {
                          "name": " Α\u0301ννα Δήμου", "email": "anna@NEA.gr", "phone": "210 123 4567"}}""")))
                .isEqualTo(new Valid<>(new ChangeDomainAdministrator(DOMAIN, new NewAdministrator.Described(ANNA))));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            7 | ''
            {} | /domain /administrator
            {"domain": "x", "administrator": 5} | /domain /administrator
            {"domain": "nea.gr", "administrator": {}} | /administrator
            {"domain": "nea.gr", "administrator": {"owner": true}} | /administrator /administrator/owner
            {"domain": "nea.gr", "administrator": {"name": "a"}} | /administrator/email /administrator/phone
            {"domain": "nea.gr", "administrator": {"phone": "+302101234567"}} | /administrator/name /administrator/email
            {"domain": "nea.gr", "administrator": {"name": "", "email": "anna", "phone": "112"}, "x": 1} | /administrator/name /administrator/email /administrator/phone /x
            {"domain": "nea.gr", "administrator": {"name": 5, "email": null, "phone": 2101234567}} | /administrator/name /administrator/email /administrator/phone
            {"domain": "nea.gr", "administrator": {"name": "a", "email": "a@nea.gr", "phone": "+309091234567"}} | /administrator/phone
            {"domain": "nea.gr", "administrator": {"contactId": "con-2", "name": "a", "email": "a@nea.gr", "phone": "+302101234567"}} | /administrator/contactId
            {"domain": "nea.gr", "administrator": {"contactId": "con-2", "email": "anna"}} | /administrator/contactId /administrator/email
            {"domain": "nea.gr", "administrator": {"contactId": "con 2"}} | /administrator/contactId
            {"domain": "nea.gr", "administrator": {"contactId": 2, "customerId": "1002"}} | /administrator/contactId /administrator/customerId
            """)
    void everyFaultIsReportedInItsPlace(String request, String pointers) {
        assertFaults(JSON, request, pointers);
    }

    @Test
    void noMessageRepeatsWhatWasGiven() {
        assertThat(JSON.parameters().from(JsonText.readOwn("""
                                {"domain": "nea.gr", "administrator": {
                                  "name": "canary\u202e", "email": "canary@x", "phone": "2101234599 canary"}}""")).toString()).doesNotContain("canary", "2101234599");
    }

    @Test
    void aPlanIsReadBack() {
        assertReadBack(JSON, TO_SOMEBODY_NEW);
        assertReadBack(JSON, TO_A_CONTACT);
    }

    @Test
    void theResultHasBeforeAndAfterMasked() {
        assertThat(JSON.result().apply(TO_SOMEBODY_NEW)).isEqualTo(JsonText.readOwn("""
                        {"domain": "nea.gr",
                         "before": {"name": "Μ•••", "email": "m•••@e•••.gr", "phone": "+30 ••• ••• ••78"},
                         "after": {"name": "Ά•••", "email": "a•••@n•••.gr", "phone": "+30 ••• ••• ••67"}}"""));
    }

    @Test
    void theCustomerSeesTheDifferenceMasked() {
        assertThat(TO_A_CONTACT.changes())
                .containsExactly(new Difference("nea.gr administrator", "Μ••• (m•••@e•••.gr)", "Ά••• (a•••@n•••.gr)"));
    }

    private static ContactDetails details(String name, String email, String phone) {
        return new ContactDetails(
                new PersonName(name), EmailAddress.parse(email).orThrow(), new PhoneNumber(phone));
    }
}
