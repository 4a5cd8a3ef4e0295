package org.supportpin.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Response;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;

/** The bytes and requests that the bar adds to a page; {@link PageTest} checks that no request goes elsewhere. */
class BarSizeBrowserTest extends PageTest {

    private static final int MOST = 13 * 1024;
    /** The example page's scripts, in place of the panel's. */
    private static final List<String> PANELS_OWN = List.of("/examples/", "/stack.js");

    @Test
    void theWholeBarIsAtMostThirteenKilobytesCompressed() {
        var modules = new ArrayList<Response>();
        context().onResponse(response -> {
            if (response.url().endsWith(".js") && PANELS_OWN.stream().noneMatch(response.url()::contains)) {
                modules.add(response);
            }
        });
        var customer = Customer.active(stack);
        Bar.on(open(customer.examplePage())).shows(customer.pin());

        assertThat(modules).extracting(Response::url).anyMatch(url -> url.endsWith("/bar/support-pin-bar.js"));
        assertThat(modules.stream().mapToInt(module -> gzip(module.body())).sum())
                .isBetween(1024, MOST);
    }

    private static int gzip(byte[] content) {
        var out = new ByteArrayOutputStream();
        try (var zip = new GZIPOutputStream(out)) {
            zip.write(content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.size();
    }
}
