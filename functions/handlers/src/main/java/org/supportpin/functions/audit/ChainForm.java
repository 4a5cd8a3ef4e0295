package org.supportpin.functions.audit;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.supportpin.backoffice.json.Json;
import org.supportpin.functions.http.Accept;
import org.supportpin.functions.http.Request;
import org.supportpin.functions.http.Response;

/** In which form a chain is answered: a page to look at, or lines to keep. */
enum ChainForm {
    JSON("application/json", 25) {
        @Override
        Response whole(ChainPage page) {
            var next = page.next();
            return Response.json(
                    200,
                    Json.object()
                            .put("events", Json.array(page.events(), event -> event))
                            .put("nextCursor", Json.of(next == null ? null : Long.toString(next.below())))
                            .build());
        }
    },

    /** An event a line. */
    LINES("application/x-ndjson", ChainQuery.MOST) {
        @Override
        Response whole(ChainPage page) {
            return Response.text(
                    200,
                    type(),
                    page.events().stream()
                            .map(event -> JsonLine.of(event) + "\n")
                            .collect(Collectors.joining()));
        }
    },

    CSV("text/csv", ChainQuery.MOST) {
        @Override
        Response whole(ChainPage page) {
            return Response.text(200, type() + "; charset=utf-8", ChainCsv.of(page.events()));
        }
    };

    private static final List<String> TYPES =
            Stream.of(values()).map(ChainForm::type).toList();

    private final String type;
    private final int limit;

    ChainForm(String type, int limit) {
        this.type = type;
        this.limit = limit;
    }

    /** The form that {@code Accept} prefers; JSON without one, or if it names none of them. */
    static ChainForm of(Request request) {
        return request.header("accept")
                .flatMap(header -> Accept.preferred(header, TYPES))
                .map(type -> values()[TYPES.indexOf(type)])
                .orElse(JSON);
    }

    final String type() {
        return type;
    }

    /** How many entries an answer has, unless the request says so. */
    final int limit() {
        return limit;
    }

    /** The answer; {@code Link} says where to go on (RFC 8288), and is missing if nothing follows. */
    final Response response(ChainPage page) {
        var next = page.next();
        var whole = whole(page);
        return next == null ? whole : whole.header("Link", "<" + next.text() + ">; rel=\"next\"");
    }

    abstract Response whole(ChainPage page);
}
