package org.supportpin.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Page;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.supportpin.local.contract.ProjectFiles;

/** The HTTP contract as the build renders it. It obeys the policy of all pages: see {@link PageTest} for reports and foreign requests. */
class ReferenceBrowserTest extends PageTest {

    private final JsonNode described = ProjectFiles.yaml("infrastructure/openapi.yaml");

    private List<String> operations() {
        var names = new ArrayList<String>();
        described
                .path("paths")
                .forEach(path -> path.forEach(
                        operation -> names.add(operation.path("operationId").asText())));
        return names;
    }

    private static void openAll(Page page) {
        page.evaluate("() => document.querySelectorAll('details').forEach((each) => { each.open = true; })");
    }

    @Test
    void theFrontPageLeadsThere() {
        var page = open("/?lang=en");
        page.locator(".foot a").click();

        assertThat(page).hasURL(Pattern.compile("/reference/$"));
        assertThat(page.locator("h1")).containsText("Support PIN");
    }

    @Test
    void itHasEachOperationAndEachSchemaAndNoProgram() {
        var page = open("/reference");

        assertThat(page).hasURL(Pattern.compile("/reference/$"));
        assertThat(page.locator("script, [style], [onclick]")).hasCount(0);
        assertThat(page.locator("details").evaluateAll("all => all.map((each) => each.querySelector('[id]').id)"))
                .asInstanceOf(InstanceOfAssertFactories.LIST)
                .doesNotHaveDuplicates()
                .containsAll(operations())
                .containsAll(described.at("/components/schemas").properties().stream()
                        .map(schema -> "schema-" + schema.getKey())
                        .toList());
    }

    /** Without a script, the browser opens what a link leads into. */
    @Test
    void aLinkOpensItsPart() {
        var page = open("/reference/");
        page.locator("nav a[href='#requestAction']").click();

        assertThat(page.locator("details[open]")).hasCount(1);
        assertThat(page.locator("#requestAction")).isInViewport();
        assertThat(page.locator("details[open]")).containsText("Idempotency-Key");
    }

    @ParameterizedTest
    @EnumSource(Looks.class)
    void itIsAccessible(Looks look) {
        Looks.prepare(context());
        var page = open("/reference/");
        look.areGood(page, page.locator("body"), "reference");
    }

    @Test
    void soIsEachPartThatIsOpened() {
        Looks.prepare(context());
        var page = open("/reference/");
        openAll(page);
        Looks.ENGLISH.areAccessible(page, page.locator("body"), "reference-opened");
    }
}
