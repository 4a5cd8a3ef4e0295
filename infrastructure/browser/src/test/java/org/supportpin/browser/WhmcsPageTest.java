package org.supportpin.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;

/** A WHMCS of its own for each test, with the module in it. */
abstract class WhmcsPageTest extends PageTest {

    protected final WhmcsSite site;

    WhmcsPageTest(Path folder) throws IOException {
        super(Stack.tokenServiceAlone());
        this.site = WhmcsSite.install(stack, folder);
    }

    @AfterEach
    void stop() {
        site.close();
        assertThat(site.log()).doesNotContain("PHP Warning", "PHP Fatal", "PHP Notice", "PHP Deprecated");
    }

    @Override
    protected boolean isOwn(String url) {
        return super.isOwn(url) || url.startsWith(site.origin() + "/") || url.startsWith("data:");
    }

    protected Page signIn(int user, int client) {
        var page = open(site.origin() + "/login.php");
        page.getByLabel("User").fill(Integer.toString(user));
        page.getByLabel("Client").fill(Integer.toString(client));
        button(page, "Sign in").click();
        assertThat(page).hasTitle("Client area");
        return page;
    }

    protected Page admin(int id) {
        var page = open(site.origin() + "/admin/login.php");
        page.getByLabel("Admin").fill(Integer.toString(id));
        button(page, "Sign in").click();
        assertThat(page).hasTitle("Client profile");
        return page;
    }
}
