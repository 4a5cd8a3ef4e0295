package org.supportpin.backoffice.http;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.supportpin.backoffice.json.Fields;
import org.supportpin.backoffice.json.Fields.Field;
import org.supportpin.backoffice.json.Read;
import org.supportpin.domain.check.Checked;
import org.supportpin.domain.check.Fault;

/**
 * The address of a system.
 *
 * @param base HTTPS, or HTTP on this machine; without user, query, fragment or trailing slash
 */
public record Endpoint(URI base, Network network) {

    private static final Read<URI> URL = Read.text(Endpoint::url);

    /** The members {@code url} and, if it is not public, {@code network}. */
    public static final class Members {
        private final Field<URI> url;
        private final Field<Network> network;

        private Members(Fields fields) {
            url = fields.required("url", URL);
            network = fields.optional("network", Network.JSON);
            var given = url.orNull();
            if (given != null && !given.getScheme().equals("https") && network() != Network.LOOPBACK) {
                fields.fault(
                        new Fault("/url", "Use an https URL; http is only allowed with \"network\": \"loopback\"."));
            }
        }

        private Network network() {
            return network.orElse(Network.PUBLIC);
        }

        public Endpoint get() {
            return new Endpoint(url.get(), network());
        }

        /** The network, if it is given and valid. */
        public @Nullable Network networkOrNull() {
            return network.orNull();
        }
    }

    /** Reads the members among the others of a connector's settings. */
    public static Members in(Fields fields) {
        return new Members(fields);
    }

    URI at(String path) {
        return URI.create(base + path);
    }

    /** What is wrong with the host's current addresses; empty if nothing is. */
    Optional<String> problem() {
        return network.problem(base.getHost());
    }

    private static Checked<URI> url(String text) {
        var faulty =
                Checked.<URI>faulty("Enter a URL with a host and without user, query, fragment or trailing slash.");
        try {
            var url = new URI(text);
            var isPlain = url.getHost() != null
                    && url.getRawUserInfo() == null
                    && url.getRawQuery() == null
                    && url.getRawFragment() == null
                    && !text.endsWith("/");
            var scheme = Objects.requireNonNullElse(url.getScheme(), "");
            return isPlain && (scheme.equals("https") || scheme.equals("http")) ? Checked.valid(url) : faulty;
        } catch (URISyntaxException e) {
            return faulty;
        }
    }
}
