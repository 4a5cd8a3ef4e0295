package org.supportpin.functions;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.crac.Core;
import org.supportpin.domain.customer.PinView;
import org.supportpin.domain.identity.CustomerId;
import org.supportpin.domain.identity.Language;
import org.supportpin.domain.phone.PhoneNumber;
import org.supportpin.functions.aws.AwsClients;
import org.supportpin.functions.aws.RehearsedAws;
import org.supportpin.functions.http.Log;
import org.supportpin.functions.settings.Settings;
import org.supportpin.functions.snapshot.Ids;
import org.supportpin.functions.snapshot.NameCache;
import org.supportpin.functions.snapshot.Priming;
import org.supportpin.functions.snapshot.Rehearsal;
import org.supportpin.functions.snapshot.Scenes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;

/**
 * Wires a function that rehearses before Lambda takes its snapshot (docs/adr/0009).
 *
 * @param function creates the function, and its double for the rehearsal
 * @param events how many the double answers
 */
public record SnapStart(
        Map<String, String> environment,
        Clock clock,
        Log log,
        List<ExecutionInterceptor> interceptors,
        Scenes scenes,
        Function<Wiring, RequestStreamHandler> function,
        int events) {

    /** Some hundred handshakes, after which what they run is compiled, if the compilers get the time (docs/performance.md). */
    private static final int EVENTS = 900;

    /** Who opens a PIN's key, and little else. */
    private static final Set<Scenes> OPENING_KEYS = EnumSet.of(Scenes.CURRENT_PIN, Scenes.SMS, Scenes.VERIFICATION);

    /** As in AWS. Lambda holds the hook weakly: the function must keep the wiring, which keeps the hook. */
    public static Wiring fromEnvironment(Scenes scenes, Function<Wiring, RequestStreamHandler> function) {
        NameCache.shorten();
        var wiring = new SnapStart(
                        System.getenv(), Clock.systemUTC(), new Log(System.out), List.of(), scenes, function, EVENTS)
                .wiring();
        Core.getGlobalContext().register(wiring.priming());
        return wiring;
    }

    /** A wiring whose hook is not registered anywhere. */
    public Wiring wiring() {
        var settings = Settings.from(environment);
        var ids = new Ids(new SecureRandom());
        var name = environment.getOrDefault("AWS_LAMBDA_FUNCTION_NAME", "");
        var clients = new AwsClients(environment, interceptors);
        Priming.Connecting connecting = OPENING_KEYS.contains(scenes) ? clients::connectToKms : () -> {};
        var priming = new Priming(name, () -> rehearse(settings), connecting, ids, log, clock);
        return new Wiring(settings, clock, log, clients, ids, priming);
    }

    /** With its own clients, connections and credentials, which are all closed: none of them is in the snapshot. */
    private int rehearse(Settings settings) throws IOException {
        var customer = new CustomerId("rehearsal-" + UUID.randomUUID());
        var aws = new RehearsedAws(customer.value());
        var silent = new Log(new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8));
        Function<AwsClients, Wiring> over =
                clients -> new Wiring(settings, clock, silent, clients, new Ids(new SecureRandom()), null);
        try (var clients = new AwsClients(environment, List.of(), aws::over)) {
            var own = over.apply(clients);
            own.serviceActivation()
                    .activate(customer, () -> Optional.of(new PhoneNumber("+306912345678")), Language.GREEK);
            var view = (PinView.Active) own.currentPin().view(customer, () -> true, _ -> false);
            aws.send();
            var providers = settings.identityProviders();
            return new Rehearsal(
                            scenes, customer, view.pin().digits(), aws, providers.panel(), providers.agents(), clock)
                    .play(() -> new AwsClients(environment, interceptors, aws::over), over.andThen(function), events);
        }
    }
}
