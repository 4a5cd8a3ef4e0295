package org.supportpin.deploymentcheck;

import java.net.http.HttpResponse;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.regex.Pattern;
import org.supportpin.backoffice.json.Json;
import org.supportpin.backoffice.json.JsonText;

/** What came of a call. No answer is neither an open door nor a closed one, and a redirect is neither. */
sealed interface Reply {

    /**
     * An answer, of any status.
     *
     * @param at when it was there, by this machine's clock
     */
    record Answered(HttpResponse<byte[]> response, Instant at) implements Reply {

        private static final Pattern AGE = Pattern.compile("[0-9]{1,10}");

        int status() {
            return response.statusCode();
        }

        /** Of the 2xx: only these open a route. */
        boolean succeeded() {
            return status() / 100 == 2;
        }

        /** The first value of a header. */
        Optional<String> header(String name) {
            return response.headers().firstValue(name);
        }

        /** The object that is answered with {@code 200}; empty for anything else. */
        Optional<Json.Obj> object() {
            return status() == 200 ? JsonText.readObject(response.body()) : Optional.empty();
        }

        /**
         * How far the clock of whoever answered is ahead of this machine's; empty without a date. A cache hands on the date of the
         * answer that it keeps, and says in {@code Age} how long ago that was (RFC 9111 §4.2.3).
         */
        Optional<Duration> ahead() {
            return date().map(date -> Duration.between(at, date.plusSeconds(age())));
        }

        /** In seconds. Of several the first counts, and one that is no whole number is ignored (RFC 9111 §5.1). */
        private long age() {
            return header("age")
                    .map(age -> age.split(",", 2)[0].strip())
                    .filter(age -> AGE.matcher(age).matches())
                    .map(Long::valueOf)
                    .orElse(0L);
        }

        private Optional<Instant> date() {
            try {
                return header("date")
                        .map(date -> ZonedDateTime.parse(date, DateTimeFormatter.RFC_1123_DATE_TIME)
                                .toInstant());
            } catch (DateTimeException e) {
                return Optional.empty(); // what is no date tells no time, and the report says that there was none
            }
        }
    }

    /**
     * None.
     *
     * @param why in words
     */
    record NoAnswer(String why) implements Reply {}

    /** What it did, to follow the call in a sentence. */
    default String says() {
        return switch (this) {
            case NoAnswer(var why) -> "gives no answer (" + why + ")";
            case Answered answer when answer.status() / 100 == 3 -> "answers " + answer.status() + ", a redirect";
            case Answered answer when answer.status() == 404 -> "answers 404, as if it were not there";
            case Answered answer -> "answers " + answer.status();
        };
    }

    /** What to do about it. */
    default String advice(String otherwise) {
        return switch (this) {
            case NoAnswer _ ->
                "Run the check again. If it stays so, look for a firewall, and into the function's log for one that hangs.";
            case Answered answer
            when answer.status() / 100 == 3 ->
                "The service redirects nobody. Does something stand before it, such as a login page, or is -Dapi another address?";
            case Answered answer
            when answer.status() == 404 ->
                "Is -Dapi the output ApiUrl, with nothing behind it? If something stands before the API, it must pass everything under /v1/ on.";
            case Answered _ -> otherwise;
        };
    }
}
