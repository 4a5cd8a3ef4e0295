package org.supportpin.functions.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.supportpin.backoffice.json.Json;
import org.supportpin.backoffice.json.Json.Obj;
import org.supportpin.backoffice.json.JsonText;
import org.supportpin.domain.testing.Draw;
import org.supportpin.functions.http.Response;

class ChainFormTest {

    private static Obj event(int sequence, String note) {
        return Json.object()
                .put("sequence", sequence)
                .put("details", Json.object().put("note", note).build())
                .build();
    }

    private static String body(Response response) {
        return response.body() instanceof Json.Str(var text) ? text : "";
    }

    /** Whatever a reader takes for the end of a line: the events must not be more of them for it. */
    @Test
    void anEventIsOneLineWhateverWasTyped() {
        Draw.times(300, draw -> {
            var events = List.of(event(2, draw.hostile(30) + "\n\r\u0085\u2028\u2029Ωμέγα"), event(1, "{}\n{}"));
            var text = body(ChainForm.LINES.response(new ChainPage(events, null)));

            assertThat(text).endsWith("}\n").doesNotContain("\r", "\u0085", "\u2028", "\u2029");
            assertThat(text.split("\n")).hasSize(2);
        });
        var events = List.of(event(1, "Ωμέγα\n\u2028\"\\"));
        assertThat(JsonText.readOwn(body(ChainForm.LINES.response(new ChainPage(events, null)))))
                .isEqualTo(events.getFirst());
    }

    @Test
    void noEventsAreNoLines() {
        assertThat(body(ChainForm.LINES.response(new ChainPage(List.of(), null))))
                .isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void whatFollowsIsInTheLinkAndNothingThereNeedsAnEscape(ChainForm form) {
        var next = new ChainQuery(
                41, Instant.parse("2026-11-01T00:00:00Z"), Instant.parse("2026-12-01T00:00:00.5Z"), 1000);

        assertThat(form.response(new ChainPage(List.of(), next)).headers())
                .containsEntry(
                        "Link",
                        "<?from=2026-11-01T00:00:00Z&to=2026-12-01T00:00:00.500Z&limit=1000&cursor=41>; rel=\"next\"");
        assertThat(form.response(new ChainPage(List.of(), null)).headers()).doesNotContainKey("Link");
    }
}
