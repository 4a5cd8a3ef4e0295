package org.supportpin.functions.aws;

import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.supportpin.domain.action.ActionName;
import org.supportpin.domain.action.ActionStatus;
import org.supportpin.domain.customer.AddressState;
import org.supportpin.domain.customer.CallNotes;
import org.supportpin.domain.customer.CallNotes.Deed;
import org.supportpin.domain.customer.CallNotes.Offer;
import org.supportpin.domain.customer.CallReason;
import org.supportpin.domain.customer.Calls;
import org.supportpin.domain.customer.Calls.Announcement;
import org.supportpin.domain.customer.Customer;
import org.supportpin.domain.customer.Customer.Mobile;
import org.supportpin.domain.customer.Customer.PendingMobile;
import org.supportpin.domain.customer.Customer.SecretRef;
import org.supportpin.domain.customer.Entry;
import org.supportpin.domain.customer.MobileState;
import org.supportpin.domain.customer.OpenAction;
import org.supportpin.domain.customer.PinState;
import org.supportpin.domain.customer.Pins;
import org.supportpin.domain.customer.Policy;
import org.supportpin.domain.customer.Policy.AfterSms;
import org.supportpin.domain.customer.Policy.Rule;
import org.supportpin.domain.customer.Policy.Telephone;
import org.supportpin.domain.customer.Policy.Terms;
import org.supportpin.domain.customer.SmsLog;
import org.supportpin.domain.customer.Today;
import org.supportpin.domain.customer.Told;
import org.supportpin.domain.customer.Verification;
import org.supportpin.domain.customer.Verification.PinSource;
import org.supportpin.domain.customer.WaitingErasure;
import org.supportpin.domain.customer.WrongPinLog;
import org.supportpin.domain.identity.Actor;
import org.supportpin.domain.identity.AgentId;
import org.supportpin.domain.identity.CallReference;
import org.supportpin.domain.identity.CustomerId;
import org.supportpin.domain.identity.Hash;
import org.supportpin.domain.identity.Language;
import org.supportpin.domain.notice.NoticeKind;
import org.supportpin.domain.pin.Ciphertext;
import org.supportpin.domain.pin.PinCounter;
import org.supportpin.domain.testing.Samples;

/** Entries with any state whatsoever, also such as no story leads to; each seed gives one. */
record RandomStates(SplittableRandom random) {

    static Entry entry(long seed) {
        return new RandomStates(new SplittableRandom(seed)).entry();
    }

    private Entry entry() {
        var id = new CustomerId("c" + random.nextInt(1_000_000));
        return new Entry(
                id,
                random.nextLong(1, 999_999_999_999L),
                instant(),
                of(new Actor.Panel(), new Actor.Service(), new Actor.Auditor(agent().id()), agent()),
                Samples.everyEvent().get(random.nextInt(Samples.everyEvent().size())),
                state(id),
                Hash.of(new byte[] {(byte) random.nextInt()}));
    }

    private Customer state(CustomerId id) {
        return new Customer(
                id,
                of(Language.all().toArray(new Language[0])),
                maybe(() -> new SecretRef(
                        random.nextLong(1, 9999), random.nextInt(99), random.nextBoolean(), random.nextInt(1, 99))),
                new MobileState(
                        maybe(() -> new Mobile(instant(), maybe(this::instant))),
                        maybe(() -> new PendingMobile(random.nextLong(1, 9999), instant(), random.nextInt(6))),
                        new SmsLog(list(this::instant))),
                new PinState(
                        pins(),
                        new WrongPinLog(list(this::instant), random.nextInt(51), random.nextBoolean()),
                        today()),
                list(this::verification),
                list(this::openAction),
                list(this::instant),
                maybe(() -> new WaitingErasure(new AgentId("auditor"), instant())),
                maybePolicy(),
                random.nextBoolean()
                        ? AddressState.NONE
                        : new AddressState(
                                maybe(this::instant),
                                maybe(() -> new AddressState.Pending(
                                        random.nextLong(1, 9999), instant(), random.nextInt(6))),
                                new SmsLog(list(this::instant)),
                                maybe(this::instant)),
                new Calls(maybe(this::announcement), maybe(this::request)),
                told());
    }

    private Told told() {
        var last = new HashMap<NoticeKind, Instant>();
        for (var kind : List.of(
                NoticeKind.ACTIVATED,
                NoticeKind.DEACTIVATED,
                NoticeKind.LOCKED,
                NoticeKind.POLICY_LOOSENED,
                NoticeKind.POLICY_TIGHTENED)) {
            if (random.nextBoolean()) {
                last.put(kind, instant());
            }
        }
        return new Told(last);
    }

    private OpenAction openAction() {
        return random.nextBoolean()
                ? new OpenAction(Samples.ACTION_ID, Samples.HASHES, instant())
                : new OpenAction(Samples.ACTION_ID, Samples.HASHES, instant(), Samples.GATES, random.nextBoolean());
    }

    private Policy maybePolicy() {
        return random.nextBoolean()
                ? Policy.DEFAULT
                : new Policy(of(Samples.RULES, terms()), maybe(this::instant), random.nextBoolean());
    }

    private Terms terms() {
        return new Terms(
                of(Telephone.values()),
                of(AfterSms.values()),
                Arrays.stream(ActionName.values()).collect(Collectors.toMap(each -> each, _ -> of(Rule.values()))));
    }

    private Pins pins() {
        return new Pins(
                random.nextBoolean() ? 0 : random.nextInt(65_536),
                random.nextBoolean() ? Instant.EPOCH : instant(),
                new SmsLog(list(this::instant)),
                list(() -> new Pins.Sent(random.nextLong(1_000_000), instant())),
                list(() -> new Pins.Used(counter(), instant(), random.nextBoolean())));
    }

    private Verification verification() {
        var agent = agent();
        return new Verification(
                Samples.KEY,
                agent.id(),
                random.nextInt(),
                maybe(this::counter),
                of(PinSource.values()),
                instant(),
                instant(),
                random.nextInt(11),
                random.nextInt(21),
                random.nextBoolean(),
                new CallNotes(
                        maybe(this::text),
                        list(() -> new Deed(of(ActionName.values()), "AbCdEf", of(ActionStatus.values()))),
                        maybe(() -> new Offer("AbCdEfGhIjK", instant()))));
    }

    private Announcement announcement() {
        return new Announcement(
                Samples.KEY,
                agent().id(),
                maybe(this::text),
                of(CallReason.values()),
                maybe(this::text),
                instant(),
                instant());
    }

    private Calls.Request request() {
        return new Calls.Request(
                Samples.KEY,
                agent().id(),
                random.nextInt(),
                maybe(this::text),
                instant(),
                instant(),
                random.nextInt(4));
    }

    private Ciphertext text() {
        var bytes = new byte[random.nextInt(1, 60)];
        random.nextBytes(bytes);
        return new Ciphertext(bytes);
    }

    private Today today() {
        return random.nextBoolean()
                ? Today.NONE
                : new Today(
                        instant(),
                        random.nextInt(11),
                        random.nextInt(11),
                        random.nextInt(51),
                        random.nextInt(3),
                        random.nextInt(3));
    }

    private Actor.Agent agent() {
        return of(
                Samples.AGENT,
                new Actor.Agent(new AgentId("a"), null),
                new Actor.Agent(new AgentId("panel"), new CallReference.Kept(Samples.sealed("\",[]{}:\\"))));
    }

    private PinCounter counter() {
        return new PinCounter(random.nextLong(1L << 47), random.nextInt(65_536));
    }

    private Instant instant() {
        return Instant.ofEpochMilli(random.nextLong(4_000_000_000_000L));
    }

    @SafeVarargs
    private <T> T of(T... choices) {
        return choices[random.nextInt(choices.length)];
    }

    private <T> @Nullable T maybe(Supplier<T> value) {
        return random.nextBoolean() ? value.get() : null;
    }

    private <T> List<T> list(Supplier<T> each) {
        return Stream.generate(each).limit(random.nextInt(4)).toList();
    }
}
