package io.tastemaker.bootstrap;

import io.tastemaker.adapters.http.billing.BillingAdminRoutes;
import io.tastemaker.adapters.http.billing.CheckoutRoutes;
import io.tastemaker.adapters.http.billing.CouponAdminRoutes;
import io.tastemaker.adapters.http.billing.PackAdminRoutes;
import io.tastemaker.adapters.http.billing.PaymentRoutes;
import io.tastemaker.adapters.http.billing.SubscriptionRoutes;
import io.tastemaker.adapters.http.billing.WebhookRoutes;
import io.tastemaker.adapters.http.briefing.ChatRoutes;
import io.tastemaker.adapters.http.campaigns.CampaignRoutes;
import io.tastemaker.adapters.http.campaigns.MatchRoutes;
import io.tastemaker.adapters.http.campaigns.ShortlistRoutes;
import io.tastemaker.adapters.http.campaigns.StepRoutes;
import io.tastemaker.adapters.http.content.AnalysisRoutes;
import io.tastemaker.adapters.http.content.ContentProfileRoutes;
import io.tastemaker.adapters.http.content.ContentRoutes;
import io.tastemaker.adapters.http.content.PostRoutes;
import io.tastemaker.adapters.http.creators.CreatorRoutes;
import io.tastemaker.adapters.http.creators.ImportRoutes;
import io.tastemaker.adapters.http.creators.UnlockRoutes;
import io.tastemaker.adapters.http.exports.ExportRoutes;
import io.tastemaker.adapters.http.identity.AccountRoutes;
import io.tastemaker.adapters.http.identity.ApiKeyRoutes;
import io.tastemaker.adapters.http.identity.CredentialRoutes;
import io.tastemaker.adapters.http.identity.FactorRoutes;
import io.tastemaker.adapters.http.identity.InvitationRoutes;
import io.tastemaker.adapters.http.identity.MemberRoutes;
import io.tastemaker.adapters.http.identity.OauthRoutes;
import io.tastemaker.adapters.http.identity.PageRoutes;
import io.tastemaker.adapters.http.identity.PersonalDataRoutes;
import io.tastemaker.adapters.http.identity.ProfileRoutes;
import io.tastemaker.adapters.http.identity.SessionRoutes;
import io.tastemaker.adapters.http.identity.TeamRoutes;
import io.tastemaker.adapters.http.identity.UserAdminRoutes;
import io.tastemaker.adapters.http.matching.ExplanationRoutes;
import io.tastemaker.adapters.http.matching.SavedSearchRoutes;
import io.tastemaker.adapters.http.matching.SearchRoutes;
import io.tastemaker.adapters.http.matching.VocabularyRoutes;
import io.tastemaker.adapters.http.measurement.AnalyticsRoutes;
import io.tastemaker.adapters.http.measurement.CampaignPostRoutes;
import io.tastemaker.adapters.http.measurement.ConversionRoutes;
import io.tastemaker.adapters.http.measurement.LinkRoutes;
import io.tastemaker.adapters.http.measurement.MetricRoutes;
import io.tastemaker.adapters.http.measurement.PromoCodeRoutes;
import io.tastemaker.adapters.http.operations.AuditRoutes;
import io.tastemaker.adapters.http.operations.HealthRoutes;
import io.tastemaker.adapters.http.operations.JobRoutes;
import io.tastemaker.adapters.http.operations.MetricsRoutes;
import io.tastemaker.adapters.http.outreach.InvitationResponseRoutes;
import io.tastemaker.adapters.http.outreach.InvitingRoutes;
import io.tastemaker.adapters.http.outreach.MessageTemplateRoutes;
import io.tastemaker.adapters.http.shared.Authenticator;
import io.tastemaker.adapters.http.shared.HttpApi;
import io.tastemaker.adapters.http.shared.HttpSettings;
import io.tastemaker.adapters.http.wallets.PricingAdminRoutes;
import io.tastemaker.adapters.http.wallets.PricingRoutes;
import io.tastemaker.adapters.http.wallets.TransactionRoutes;
import io.tastemaker.adapters.http.wallets.WalletAdminRoutes;
import io.tastemaker.adapters.http.wallets.WalletRoutes;
import io.tastemaker.adapters.http.webhooks.DeliveryRoutes;
import io.tastemaker.adapters.http.webhooks.EndpointRoutes;
import io.tastemaker.application.billing.BillingUseCases;
import io.tastemaker.application.content.ContentUseCases;
import io.tastemaker.application.matching.Ranker;
import io.tastemaker.application.measurement.MeasurementUseCases;
import io.tastemaker.application.operations.CheckSecretKeys;
import io.tastemaker.domain.access.Actor;
import io.tastemaker.domain.shared.TeamId;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The running program: the application, its HTTP server and its workers. */
public final class Server implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Server.class);
    private static final Duration HEARTBEAT = Duration.ofSeconds(15);
    private static final Duration BODY_WINDOW = Duration.ofSeconds(3);

    private final Application application;
    private final HttpApi http;
    private final CatalogueKeeper catalogueKeeper;
    private final Workers workers;
    private final Postmen postmen;
    private final Couriers couriers;
    private final Bookkeepers bookkeepers;
    private final Readers readers;
    private final Crew clickWriter;
    private final Scouts scouts;
    private final Housekeeping housekeeping;
    private final AtomicBoolean closed = new AtomicBoolean();

    private Server(Application application, CatalogueKeeper catalogueKeeper, HttpApi http, Workers workers) {
        this.application = application;
        this.http = http;
        this.catalogueKeeper = catalogueKeeper;
        this.workers = workers;
        this.postmen = new Postmen(application.mail().deliverMail());
        this.couriers = new Couriers(application.telling());
        this.bookkeepers = new Bookkeepers(application.selling());
        this.readers = new Readers(application.analysing(), application.settings().jobWorkers());
        this.clickWriter = application.measuring().clickWriter();
        this.scouts = new Scouts(application.outreach().useCases().attendInvitations());
        this.housekeeping = new Housekeeping(application);
    }

    /**
     * Starts it with another ranking engine behind the same use cases and routes, to compare the two.
     *
     * @param environment the settings, by the names of the environment variables
     * @param ranker what ranks
     * @return the running program
     */
    public static Server start(Map<String, String> environment, Ranker ranker) {
        Settings settings = Settings.from(environment);
        return start(new Application(settings, Store.open(settings), ranker));
    }

    static Server start(Settings settings) {
        return start(new Application(settings, Store.open(settings)));
    }

    static Server start(Application application) {
        CatalogueKeeper catalogueKeeper = new CatalogueKeeper(application.catalogues());
        try {
            checkSecretKeys(application);
            HttpApi http = http(application).start();
            application.listensOn(http.port());
            return new Server(application, catalogueKeeper, http, new Workers(application.operations().runNextJob(), application.settings().jobWorkers()));
        } catch (RuntimeException failure) {
            catalogueKeeper.close();
            application.close();
            throw failure;
        }
    }

    Application application() {
        return application;
    }

    HttpApi http() {
        return http;
    }

    /** Where it listens. */
    public String address() {
        return (application.settings().protection().tls().isPresent() ? "https://" : "http://") + application.settings().httpHost() + ":" + http.port();
    }

    /** Stops to listen, lets running requests and batches end, and closes the store; a second call does nothing. */
    @Override
    public void close() {
        if (closed.compareAndSet(false, true)) {
            http.close();
            catalogueKeeper.close();
            housekeeping.close();
            workers.close();
            bookkeepers.close();
            readers.close();
            clickWriter.close();
            scouts.close();
            postmen.close();
            couriers.close();
            application.close();
        }
    }

    private static void checkSecretKeys(Application application) {
        CheckSecretKeys.Command command = new CheckSecretKeys.Command(new Actor.System("start", TeamId.CATALOGUE));
        switch (application.secrets().checkSecretKeys().handle(command)) {
            case CheckSecretKeys.Outcome.Fitting fitting -> LOG.debug("the keys open what the store keeps sealed");
            case CheckSecretKeys.Outcome.Foreign foreign -> throw new ForeignKeys();
        }
    }

    private static HttpApi http(Application application) {
        Settings settings = application.settings();
        String version = Optional.ofNullable(Server.class.getPackage().getImplementationVersion()).orElse("development");
        HttpSettings http = new HttpSettings(settings.httpHost(), settings.httpPort(), application.cursorKey(),
                settings.dataDirectory().resolve("incoming"), settings.uploadLimit(), HEARTBEAT, BODY_WINDOW, version,
                settings.protection());
        BillingUseCases billing = application.selling().useCases();
        ContentUseCases content = application.analysing().useCases();
        MeasurementUseCases measurement = application.measuring().useCases();
        People people = application.people();
        return new HttpApi(http,
                List.of(new ImportRoutes(application.imports()).routes(),
                        new CreatorRoutes(application.creators(), application.wallets()).routes(),
                        new UnlockRoutes(application.unlocks(), application.wallets()).routes(),
                        new SearchRoutes(application.matching(), application.campaigns(), application.wallets(), application.clock()).routes(),
                        new ExplanationRoutes(application.matching(), application.wallets()).routes(),
                        new SavedSearchRoutes(application.matching()).routes(),
                        new VocabularyRoutes().routes(),
                        new CampaignRoutes(application.campaigns()).routes(),
                        new StepRoutes(application.campaigns()).routes(),
                        new MatchRoutes(application.campaigns(), application.wallets(), application.clock()).routes(),
                        new ShortlistRoutes(application.campaigns()).routes(),
                        application.working().routes(),
                        application.curating().routes(),
                        application.proposing().routes(),
                        new InvitingRoutes(application.outreach().useCases()).routes(),
                        new InvitationResponseRoutes(application.outreach().useCases()).routes(),
                        new MessageTemplateRoutes(application.outreach().useCases()).routes(),
                        new ChatRoutes(application.briefing().useCases(), application.wallets()).routes(),
                        new PostRoutes(content, application.creators(), application.wallets()).routes(),
                        new ContentRoutes(content, application.creators(), application.wallets()).routes(),
                        new ContentProfileRoutes(content, application.creators(), application.wallets(), application.clock()).routes(),
                        new AnalysisRoutes(content).routes(),
                        new CampaignPostRoutes(measurement).routes(),
                        new MetricRoutes(measurement).routes(),
                        new PromoCodeRoutes(measurement).routes(),
                        new LinkRoutes(measurement, application::publicUrl).routes(),
                        new ConversionRoutes(measurement).routes(),
                        new AnalyticsRoutes(measurement).routes(),
                        new WalletRoutes(application.wallets()).routes(),
                        new TransactionRoutes(application.wallets()).routes(),
                        new PricingRoutes(application.wallets()).routes(),
                        new PricingAdminRoutes(application.wallets()).routes(),
                        new WalletAdminRoutes(application.wallets(), application.clock()).routes(),
                        new CheckoutRoutes(billing).routes(),
                        new SubscriptionRoutes(billing).routes(),
                        new PaymentRoutes(billing).routes(),
                        new WebhookRoutes(billing).routes(),
                        new BillingAdminRoutes(billing, application.clock()).routes(),
                        new CouponAdminRoutes(billing, application.clock()).routes(),
                        new PackAdminRoutes(billing).routes(),
                        new ExportRoutes(application.exporting().useCases(), application.campaigns(), application.wallets(), application.clock()).routes(),
                        new EndpointRoutes(application.telling().useCases()).routes(),
                        new DeliveryRoutes(application.telling().useCases()).routes(),
                        new JobRoutes(application.operations()).routes(),
                        new AuditRoutes(application.audit()).routes(),
                        new HealthRoutes(application.operations(), version, application.store().database().schemaVersion(), application.clock()).routes(),
                        new MetricsRoutes(application.operations()).routes(),
                        new TeamRoutes(people.teams()).routes(),
                        new MemberRoutes(people.teams()).routes(),
                        new InvitationRoutes(people.invitations(), application.clock()).routes(),
                        new ApiKeyRoutes(people.apiKeys(), application.clock()).routes(),
                        new AccountRoutes(people.accounts()).routes(),
                        new SessionRoutes(people.sessions()).routes(),
                        new FactorRoutes(people.factors()).routes(),
                        new OauthRoutes(people.oauth()).routes(),
                        new CredentialRoutes(people.credentials()).routes(),
                        new ProfileRoutes(people.profiles()).routes(),
                        new UserAdminRoutes(people.profiles()).routes(),
                        new PersonalDataRoutes(people.profiles()).routes(),
                        PageRoutes.routes()),
                Authenticator.of(people.apiKeys().authenticateApiKey(), people.sessions().authenticateAccessToken()),
                application.idempotentCalls(), application.clock(), application.trail());
    }

    /** Keys that do not open what the store keeps sealed; the program refuses to run with them. */
    static final class ForeignKeys extends RuntimeException {
        private static final long serialVersionUID = 1L;

        ForeignKeys() {
            super("The store keeps secrets that none of the keys opens. Give " + Setting.SECRET_KEY.variable()
                    + " the key they were sealed with, after a newer one and a comma if there is one;"
                    + " without the setting it is the file secret.key of the data directory, which belongs to its database.");
        }
    }
}
