package org.supportpin.local.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What a customer does in the panel. */
final class CustomerSteps {

    private static final Pattern SIX_DIGITS = Pattern.compile("\\b[0-9]{6}\\b");

    private final Service service;
    private final String id;
    private final String number;
    private final String claims;

    CustomerSteps(Service service, String id) {
        this(service, id, "{\"locale\":\"el\"}");
    }

    private CustomerSteps(Service service, String id, String claims) {
        this.service = service;
        this.id = id;
        this.claims = claims;
        // Greek mobiles are 69 and eight digits; each customer has its own.
        this.number = "+30691%07d".formatted(Math.floorMod(id.hashCode(), 10_000_000));
    }

    /** The same customer, with a token of these claims. */
    CustomerSteps with(String claims) {
        return new CustomerSteps(service, id, claims);
    }

    /** The same customer, whose mobile the panel has verified. */
    CustomerSteps claiming(String number) {
        return with("{\"locale\":\"el\",\"phone_number\":\"%s\",\"phone_number_verified\":true}".formatted(number));
    }

    /** The same customer, signed in so long ago by real time. */
    CustomerSteps signedIn(Duration ago) {
        return with("{\"locale\":\"el\",\"auth_time\":%d}"
                .formatted(Instant.now().minus(ago).getEpochSecond()));
    }

    String id() {
        return id;
    }

    String number() {
        return number;
    }

    String token() {
        return service.token("customer", id, claims);
    }

    Answer call(String method, String path, String body, String... headers) {
        return service.call(method, path, body, token(), headers);
    }

    Answer declareMobile() {
        return declareMobile(number);
    }

    Answer declareMobile(String to) {
        return call("PUT", "/v1/panel/mobile", "{\"number\":\"" + to + "\"}");
    }

    Answer confirmMobile(String code) {
        return call("POST", "/v1/panel/mobile/confirmation", "{\"code\":\"" + code + "\"}");
    }

    Answer activate() {
        return call("POST", "/v1/panel/support-pin/activation", "");
    }

    Answer deactivate() {
        return call("DELETE", "/v1/panel/support-pin/activation", "");
    }

    Answer view(String... headers) {
        return call("GET", "/v1/panel/support-pin", "", headers);
    }

    Answer sendPin() {
        return call("POST", "/v1/panel/support-pin/sms", "");
    }

    Answer unlock() {
        return call("POST", "/v1/panel/support-pin/unlock", "");
    }

    Answer address() {
        return call("GET", "/v1/panel/notice-address", "");
    }

    Answer declareAddress(String email) {
        return call("PUT", "/v1/panel/notice-address", "{\"email\":\"" + email + "\"}");
    }

    Answer confirmAddress(String code) {
        return call("POST", "/v1/panel/notice-address/confirmation", "{\"code\":\"" + code + "\"}");
    }

    Answer removeAddress() {
        return call("DELETE", "/v1/panel/notice-address", "");
    }

    Answer policy() {
        return call("GET", "/v1/panel/policy", "");
    }

    /** @param actions the rules of actions, as a JSON object */
    Answer setPolicy(String telephone, String afterSms, String actions) {
        return call(
                "PUT",
                "/v1/panel/policy",
                "{\"telephone\":\"%s\",\"afterSms\":\"%s\",\"actions\":%s}".formatted(telephone, afterSms, actions));
    }

    Answer typeCode(String code) {
        return call("POST", "/v1/panel/verification", "{\"code\":\"" + code + "\"}");
    }

    /** Ends all calls, and freezes telephone support. */
    Answer notMe() {
        return call("DELETE", "/v1/panel/call", "{\"notMe\":true}");
    }

    Answer endCalls() {
        return call("DELETE", "/v1/panel/call", "");
    }

    Answer undo(String action) {
        return call("POST", "/v1/panel/actions/" + action + "/undo", "");
    }

    Answer activity() {
        return call("GET", "/v1/panel/activity", "");
    }

    Answer export() {
        return call("GET", "/v1/panel/export", "");
    }

    /** The digits in the newest SMS that contains some. */
    String newestDigits() {
        return newestDigits(number);
    }

    String newestDigits(String to) {
        return service.sms(to).reversed().stream()
                .map(SIX_DIGITS::matcher)
                .flatMap(matcher -> matcher.find() ? Optional.of(matcher.group()).stream() : Stream.of())
                .findFirst()
                .orElseThrow();
    }

    /**
     * With a mobile that the panel has verified: one step, or none if the service is active. The notice of it is sent, so that no
     * run of the outbox meets what a test does next.
     */
    CustomerSteps activated() {
        var status = claiming(number).activate().status();
        assertThat(status).isIn(200, 201);
        if (status == 201) {
            service.invoke("OutboxFunction");
        }
        return this;
    }

    String pin() {
        return view().is(200).text("pin");
    }

    /** A PIN that is not accepted. */
    String wrongPin() {
        return pin().equals("000000") ? "000001" : "000000";
    }
}
