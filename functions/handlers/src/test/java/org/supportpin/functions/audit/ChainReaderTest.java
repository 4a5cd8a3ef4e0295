package org.supportpin.functions.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.supportpin.backoffice.json.Json;
import org.supportpin.backoffice.json.Json.Obj;
import org.supportpin.backoffice.json.JsonText;
import org.supportpin.domain.audit.StoredEntry;
import org.supportpin.domain.customer.Customer;
import org.supportpin.domain.customer.Entry;
import org.supportpin.domain.customer.Event;
import org.supportpin.domain.identity.Actor;
import org.supportpin.domain.identity.Hash;
import org.supportpin.domain.testing.Samples;

class ChainReaderTest {

    private static final Instant BEGIN = Instant.parse("2026-11-01T00:00:00Z");
    private static final Customer STATE = Customer.fresh(Samples.newCustomer());

    private final List<StoredEntry> chain = new ArrayList<>();
    private final List<Integer> asked = new ArrayList<>();

    /** Entries 1 to {@code length}, one a minute: the n-th is of minute n. */
    private void chain(long length) {
        LongStream.rangeClosed(1, length).forEach(place -> chain.add(stored(place, minute(place))));
    }

    private static StoredEntry stored(long place, Instant at) {
        var entry = new Entry(STATE.id(), place, at, new Actor.Panel(), new Event.LockLifted(), STATE, Hash.NONE);
        return new StoredEntry(place, entry, Hash.NONE, Hash.NONE);
    }

    private static Instant minute(long place) {
        return BEGIN.plus(Duration.ofMinutes(place));
    }

    private List<StoredEntry> entries(long place, int most) {
        asked.add(most);
        var before = chain.stream().filter(each -> each.place() <= place).toList();
        return before.subList(Math.max(0, before.size() - most), before.size());
    }

    private static ChainQuery whole(int limit) {
        return new ChainQuery(Long.MAX_VALUE, null, null, limit);
    }

    private static ChainQuery period(long from, long to, int limit) {
        return new ChainQuery(Long.MAX_VALUE, minute(from), minute(to), limit);
    }

    private ChainPage read(ChainQuery query) {
        return ChainReader.read(
                this::entries,
                query,
                stored -> Json.object().put("sequence", stored.place()).build());
    }

    private static List<Long> places(ChainPage page) {
        return page.events().stream()
                .map(each -> Long.valueOf(each.path("sequence").asText()))
                .toList();
    }

    /** All pages, as somebody who follows the links gets them. */
    private List<Long> all(ChainQuery query) {
        var found = new ArrayList<Long>();
        var page = read(query);
        found.addAll(places(page));
        for (var next = page.next(); next != null; next = page.next()) {
            page = read(next);
            found.addAll(places(page));
        }
        return found;
    }

    private static List<Long> down(long from, long to) {
        return LongStream.rangeClosed(to, from)
                .map(each -> from + to - each)
                .boxed()
                .toList();
    }

    @Test
    void anEmptyChainIsOneRead() {
        assertThat(read(whole(25)).events()).isEmpty();
        assertThat(read(whole(25)).next()).isNull();
        assertThat(asked).containsExactly(26, 26);
    }

    @Test
    void aPageReadsOneEntryMoreThanItShows() {
        chain(60);

        var page = read(whole(25));

        assertThat(places(page)).isEqualTo(down(60, 36));
        assertThat(page.next()).isEqualTo(new ChainQuery(36, null, null, 25));
        assertThat(asked).containsExactly(26);
    }

    @Test
    void aLimitThatIsJustReachedHasNothingAfterIt() {
        chain(25);

        assertThat(read(whole(25)).next()).isNull();
        assertThat(asked).containsExactly(26);
    }

    @Test
    void noAnswerReadsMuchMoreThanItsMost() {
        chain(2500);

        var page = read(whole(ChainQuery.MOST));

        assertThat(places(page)).isEqualTo(down(2500, 1501));
        assertThat(page.next()).isEqualTo(new ChainQuery(1501, null, null, ChainQuery.MOST));
        assertThat(asked).hasSize(11).allMatch(most -> most <= ChainReader.BATCH);
        assertThat(asked.stream().mapToInt(Integer::intValue).sum()).isEqualTo(ChainQuery.MOST + 1);
    }

    @Test
    void fromIsInclusiveAndToExclusive() {
        chain(200);

        var page = read(period(50, 60, 1000));

        assertThat(places(page)).isEqualTo(down(59, 50));
        assertThat(page.next()).isNull();
    }

    @Test
    void aPeriodThatLiesFarBackIsReachedByFollowing() {
        chain(3300);

        var page = read(period(10, 12, 5));

        assertThat(page.events()).isEmpty();
        assertThat(page.next()).isEqualTo(new ChainQuery(2301, minute(10), minute(12), 5));
        assertThat(asked).hasSize(10);
        assertThat(all(period(10, 12, 5))).containsExactly(11L, 10L);
    }

    @Test
    void whatIsEarlierThanThePeriodIsNotRead() {
        chain(3000);

        assertThat(places(read(period(2990, 2995, 1000)))).isEqualTo(down(2994, 2990));
        assertThat(asked).hasSize(1);
    }

    @Test
    void theLastPageOfAPeriodKnowsThatItIs() {
        chain(200);

        assertThat(read(period(150, 160, 10)).next()).isNull();
        assertThat(read(period(150, 161, 10)).next()).isNotNull();
        assertThat(all(period(150, 161, 3))).isEqualTo(down(160, 150));
    }

    @Test
    void everyLimitFollowsItselfWithoutAGap() {
        chain(250);

        for (int limit : new int[] {1, 2, 99, 100, 101, 249, 250, 251, 1000}) {
            assertThat(all(whole(limit))).as("limit %s", limit).isEqualTo(down(250, 1));
            assertThat(all(period(1, 1000, limit))).as("limit %s", limit).isEqualTo(down(250, 1));
        }
    }

    /** It has no time, and is what an auditor looks for. */
    @Test
    void anUnreadableEntryBelongsToEveryPeriod() {
        chain(20);
        chain.set(9, new StoredEntry(10, null, Hash.NONE, Hash.NONE));

        assertThat(places(read(period(15, 18, 1000)))).containsExactly(17L, 16L, 15L, 10L);
    }

    /** Somebody put an item in its place that is no entry: the store leaves it out, and gives fewer than were asked for. */
    @Test
    void aMissingEntryHidesNoneBeforeIt() {
        chain(300);
        chain.removeIf(each -> each.place() == 295 || each.place() == 150);

        assertThat(all(whole(1000))).hasSize(298).endsWith(2L, 1L);
        ChainReader.Entries leavingOut = (place, most) -> entries(place, most).stream()
                .filter(each -> each.place() != 299)
                .toList();
        var page = ChainReader.read(
                leavingOut,
                whole(1000),
                stored -> Json.object().put("sequence", stored.place()).build());
        assertThat(places(page)).hasSize(297).endsWith(2L, 1L);
    }

    /** One whose time was set back does not end the export before the entries around it were seen. */
    @Test
    void aTimeThatRanBackHidesNothingNearIt() {
        chain(90);
        chain.set(79, stored(80, BEGIN));

        assertThat(places(read(period(60, 90, 1000))))
                .hasSize(29)
                .doesNotContain(80L)
                .endsWith(60L);
    }

    /** Lambda answers six MB at most. */
    @Test
    void anAnswerEndsWhereItWouldBeTooLong() {
        chain(500);
        var text = "Ω".repeat(50_000);

        var page = ChainReader.read(this::entries, whole(1000), stored -> big(stored, text));

        assertThat(page.events()).hasSize(11);
        assertThat(Objects.requireNonNull(page.next()).below())
                .isEqualTo(
                        Long.parseLong(page.events().getLast().path("sequence").asText()));
    }

    /** An item of DynamoDB has 400 KB at most, and nothing grows more than a quotation mark. */
    @ParameterizedTest
    @EnumSource
    void noFormIsTooLongForLambda(ChainForm form) {
        chain(50);
        var text = "\"".repeat(200_000);

        var answer = form.response(ChainReader.read(
                this::entries,
                whole(1000),
                stored -> Json.object()
                        .put("sequence", stored.place())
                        .put("details", Json.object().put("note", text).build())
                        .build()));

        var body = Objects.requireNonNull(answer.body());
        var inPayload = body instanceof Json.Str ? body : Json.of(JsonText.write(body));
        assertThat(JsonText.write(inPayload).length()).isBetween(1_000_000, 6_000_000);
    }

    private static Obj big(StoredEntry stored, String text) {
        return Json.object().put("sequence", stored.place()).put("text", text).build();
    }
}
