package org.supportpin.local;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.supportpin.backoffice.json.Json;
import org.supportpin.domain.check.WireName;
import org.supportpin.domain.identity.Language;
import org.supportpin.functions.aws.AwsClients;
import org.supportpin.functions.http.Log;
import org.supportpin.functions.settings.Variable;
import org.supportpin.local.backoffice.BackOfficeRoutes;
import org.supportpin.local.clock.ClockRoutes;
import org.supportpin.local.clock.MovableClock;
import org.supportpin.local.dynamodb.DynamoServer;
import org.supportpin.local.dynamodb.TableMaker;
import org.supportpin.local.events.EventBridgeEndpoint;
import org.supportpin.local.fault.CannotStart;
import org.supportpin.local.function.FunctionFailed;
import org.supportpin.local.function.FunctionHost;
import org.supportpin.local.function.HandlerFactory;
import org.supportpin.local.function.Scheduler;
import org.supportpin.local.function.StateMachines;
import org.supportpin.local.function.WiredHandlers;
import org.supportpin.local.gateway.Gateway;
import org.supportpin.local.http.LoopbackServer;
import org.supportpin.local.http.Reply;
import org.supportpin.local.http.Service;
import org.supportpin.local.kms.KeyRing;
import org.supportpin.local.kms.KeySpec;
import org.supportpin.local.kms.KmsEndpoint;
import org.supportpin.local.pages.Pages;
import org.supportpin.local.rotation.RotationRoutes;
import org.supportpin.local.routes.Answer;
import org.supportpin.local.routes.LocalRoutes;
import org.supportpin.local.ses.MailOutbox;
import org.supportpin.local.ses.SesEndpoint;
import org.supportpin.local.sns.SmsOutbox;
import org.supportpin.local.sns.SnsEndpoint;
import org.supportpin.local.ssm.SsmEndpoint;
import org.supportpin.local.store.DataFolder;
import org.supportpin.local.stream.StreamSources;
import org.supportpin.local.template.Deployment;
import org.supportpin.local.template.Place;
import org.supportpin.local.template.Template;
import org.supportpin.local.token.Issuers;
import org.supportpin.simulated.SimulatedBackOffice;

/** The whole system on one machine. It serves what template.yaml describes, as AWS would. */
public final class LocalStack implements AutoCloseable {

    private static final String REGION = "eu-central-1";
    private static final List<String> CONNECTORS = List.of(
            "BillingConnector",
            "DnsConnector",
            "RegistrarConnector",
            "HostingConnector",
            "MailConnector",
            "DelegationConnector");
    private static final int MAX_AWS_BODY = 1 << 20;
    private static final Service NO_PAGES = request -> Reply.message(404, "Not Found");

    private final Closer closer;
    private final LoopbackServer front;
    private final DataFolder data;
    private final MovableClock clock;
    private final Settings settings;
    private final LocalRoutes routes = new LocalRoutes();
    private final Map<String, String> awsEnvironment = new HashMap<>();
    private FunctionHost functions = FunctionHost.NONE;
    private @Nullable StreamSources streams;

    private LocalStack(Closer closer, LoopbackServer front, DataFolder data, Settings settings, Clock real) {
        this.closer = closer;
        this.front = front;
        this.data = data;
        this.settings = settings;
        this.clock = MovableClock.open(data, real);
    }

    /**
     * Starts everything, and returns when it serves.
     *
     * @param environment see {@link Settings}
     * @param project the folder of template.yaml
     * @throws CannotStart with a sentence for the user
     */
    public static LocalStack start(Map<String, String> environment, Path project) {
        return start(environment, project, new WiredHandlers(new Log(System.out), List.of()));
    }

    public static LocalStack start(Map<String, String> environment, Path project, HandlerFactory handlers) {
        var settings = Settings.of(environment, project);
        var template = Template.read(project.resolve("template.yaml"));
        var closer = new Closer();
        try {
            var front = LoopbackServer.bind(settings.port(), Gateway.MAX_BODY);
            closer.add(front);
            var data = closer.add(DataFolder.open(settings.data()));
            var stack = new LocalStack(closer, front, data, settings, Clock.systemUTC());
            stack.serve(template, handlers, pages(project));
            return stack;
        } catch (RuntimeException e) {
            closer.close();
            throw e;
        }
    }

    /** The files of web/ and web/local/ and the rendered reference, with the headers that CloudFront adds in AWS. */
    private static Service pages(Path project) {
        var template = project.resolve("infrastructure/pages.yaml");
        if (!Files.exists(template)) {
            return NO_PAGES;
        }
        var here = new Place(REGION, Map.of("ApiUrl", "'self'"), Map.of());
        var web = project.resolve("web");
        var files = Pages.of(
                List.of(web, web.resolve("local"), project.resolve("infrastructure/reference/target/site")),
                Template.read(template).responseHeaders(here));
        return request -> request.path().equals("/reference")
                ? Reply.empty(308).with("location", "/reference/")
                : files.answer(request);
    }

    private void serve(Template template, HandlerFactory handlers, Service pages) {
        var ring = KeyRing.open(data, "arn:aws:kms:" + REGION + ":" + Place.ACCOUNT + ":", Clock.systemUTC());
        var outbox = SmsOutbox.open(data, clock);
        var mails = MailOutbox.open(data, clock);
        var issuers = Issuers.open(data, uri(), template.has("TokenApi"), settings.localIssuers());
        var deployment = template.deploy(place(template, ring, issuers));
        deployment.aliases().forEach(ring::alias);
        startAws(deployment, ring, outbox, mails, issuers);
        functions = closer.add(FunctionHost.start(deployment.functions(), awsEnvironment, handlers, clock));
        streams = closer.add(StreamSources.start(deployment.functions(), functions, awsEnvironment, routes));
        backOffice(deployment).ifPresent(backOffice -> {
            backOffice.seed();
            new BackOfficeRoutes(backOffice).addTo(routes);
        });
        var machines = new StateMachines(deployment, functions, clock);
        if (!deployment.stateMachines().isEmpty()) {
            new RotationRoutes(functions, machines).addTo(routes);
        }
        new ClockRoutes(clock).addTo(routes);
        issuers.addTo(routes, Clock.systemUTC());
        outbox.addTo(routes);
        mails.addTo(routes);
        routes.add(
                "GET",
                "/local/languages",
                call -> Answer.ok(Json.object()
                        .put("languages", Json.array(Language.all(), each -> Json.of(each.tag())))
                        .build()));
        routes.add(
                "GET",
                "/local/health",
                call -> Answer.ok(Json.object().put("status", "serving").build()));
        var around = new Gateway.Surroundings(functions, issuers.keys(), routes, pages, clock, Clock.systemUTC());
        closer.add(Scheduler.start(deployment.functions(), functions, machines, clock));
        front.serve(Gateway.of(deployment, around));
    }

    private Place place(Template template, KeyRing ring, Issuers issuers) {
        var parameters = new HashMap<String, String>();
        // No other origins: the gateway allows pages from this machine anyway.
        parameters.put("AllowedOrigins", "");
        // The example of the IBAN registry.
        parameters.put("BankAccountHolder", "Hoster Example A.E.");
        parameters.put("BankAccountIban", "GR1601101250000000012300695");
        // A trial, unless the connector file says otherwise.
        parameters.put("Trial", "true");
        // So that whoever tries it meets every gate.
        parameters.put("FourEyes", "recall-gr-domain");
        CONNECTORS.forEach(connector -> parameters.put(connector, "simulated"));
        parameters.putAll(issuers.parameters());
        parameters.putAll(settings.connectors().parameters());
        var keys = template.idsOf("AWS::KMS::Key", new Place(REGION, parameters, Map.of())).stream()
                .collect(Collectors.toMap(Function.identity(), id -> ring.idOf(id, spec(template, id))));
        return new Place(REGION, parameters, keys);
    }

    private static KeySpec spec(Template template, String key) {
        return WireName.find(KeySpec.values(), template.property(key, "KeySpec"))
                .orElse(KeySpec.SYMMETRIC_DEFAULT);
    }

    private void startAws(Deployment deployment, KeyRing ring, SmsOutbox outbox, MailOutbox mails, Issuers issuers) {
        var secrets = new HashMap<>(issuers.secrets());
        secrets.putAll(settings.connectors().secrets());
        awsEnvironment.put("AWS_REGION", REGION);
        awsEnvironment.put("AWS_ACCESS_KEY_ID", "local");
        awsEnvironment.put("AWS_SECRET_ACCESS_KEY", "local");
        awsEnvironment.put("AWS_ENDPOINT_URL_DYNAMODB", dynamoDb().toString());
        awsEnvironment.put("AWS_ENDPOINT_URL_KMS", endpoint(new KmsEndpoint(ring)));
        awsEnvironment.put("AWS_ENDPOINT_URL_SNS", endpoint(new SnsEndpoint(outbox)));
        awsEnvironment.put("AWS_ENDPOINT_URL_SESV2", endpoint(new SesEndpoint(mails)));
        var bus = new EventBridgeEndpoint();
        bus.addTo(routes);
        awsEnvironment.put("AWS_ENDPOINT_URL_EVENTBRIDGE", endpoint(bus));
        awsEnvironment.put("AWS_ENDPOINT_URL_SSM", endpoint(new SsmEndpoint(secrets)));
        try (var clients = new AwsClients(awsEnvironment, List.of())) {
            new TableMaker(clients.dynamoDb()).make(deployment.tables());
        }
    }

    /** Only for the functions: a browser says from which page a call comes, and no page has business here. */
    private String endpoint(Service service) {
        Service forFunctions = request ->
                request.headers().containsKey("origin") ? Reply.message(403, "Forbidden") : service.answer(request);
        return closer.add(LoopbackServer.bind(0, MAX_AWS_BODY).serve(forFunctions))
                .uri()
                .toString();
    }

    private URI dynamoDb() {
        var given = settings.dynamoDb();
        return given != null
                ? given
                : closer.add(
                                settings.tablesInMemory()
                                        ? DynamoServer.inMemory()
                                        : DynamoServer.start(data.folder("dynamodb")))
                        .uri();
    }

    /** The simulated back office, if the functions have a table for it in their environment. */
    private Optional<SimulatedBackOffice> backOffice(Deployment deployment) {
        return deployment.functions().stream()
                .flatMap(function ->
                        Optional.ofNullable(function.environment().get(Variable.BACK_OFFICE_TABLE_NAME.name()))
                                .stream())
                .findFirst()
                .map(table ->
                        new SimulatedBackOffice(new AwsClients(awsEnvironment, List.of()).dynamoDb(), table, clock));
    }

    public URI uri() {
        return front.uri();
    }

    public Path dataFolder() {
        return data.path();
    }

    public MovableClock clock() {
        return clock;
    }

    /** The region, credentials and endpoints in the environment of the functions. */
    public Map<String, String> awsEnvironment() {
        return Map.copyOf(awsEnvironment);
    }

    /**
     * Invokes a function without the gateway.
     *
     * @param id its logical id in template.yaml
     */
    public byte[] invoke(String id, byte[] event) throws FunctionFailed {
        return functions.invoke(id, event);
    }

    /** Waits for the end of each call of a function that runs now, by its schedule too. */
    public void awaitRunning(String id) throws InterruptedException {
        functions.awaitRunning(id);
    }

    /** Waits until everything that was written before is delivered to the functions that watch it. */
    public void awaitStreams() {
        if (streams != null) {
            streams.await();
        }
    }

    @Override
    public void close() {
        // First stop accepting requests, then close what answers them.
        front.close();
        closer.close();
    }
}
