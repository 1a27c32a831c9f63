package io.tastemaker.bootstrap;

import io.tastemaker.adapters.http.shared.RouteOutline;
import io.tastemaker.adapters.http.shared.RouteOutline.Place;
import io.tastemaker.adapters.integrations.standin.StandInAccount;
import io.tastemaker.adapters.integrations.standin.StandInCreatorSource;
import io.tastemaker.adapters.persistence.shared.Statements;
import io.tastemaker.application.billing.ApplyNotices;
import io.tastemaker.application.identity.CreateApiKey;
import io.tastemaker.application.identity.CreateTeam;
import io.tastemaker.application.identity.out.AccessTokens;
import io.tastemaker.application.operations.RunNextJob;
import io.tastemaker.application.proposals.OpenProposals;
import io.tastemaker.application.wallets.AdjustWallet;
import io.tastemaker.domain.access.AccessPolicy;
import io.tastemaker.domain.access.Actor;
import io.tastemaker.domain.access.Role;
import io.tastemaker.domain.access.Scope;
import io.tastemaker.domain.shared.SessionId;
import io.tastemaker.domain.shared.TeamId;
import io.tastemaker.domain.shared.UserId;
import io.tastemaker.domain.wallets.LotKind;
import io.tastemaker.domain.wallets.OperationKey;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.jooq.ExecuteListener;

/** The whole program on a database of its own, with teams that have something of every kind. */
final class IsolationWorld implements AutoCloseable {

    /** Stands in every text that a team planted; the name of the team goes before it. */
    static final String SECRET = "Secret";

    /** As the payment provider names things. */
    static final String ID_OF_PROVIDER = "(?:bps|ch|cs_test|cus|evt|in|pi|promo|re|si|sub)_[0-9A-Za-z]{18}";

    private static final Pattern ANY_ID = Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}|" + ID_OF_PROVIDER);

    /** How long what happens in a moment may take. */
    static final Duration LONG = Duration.ofSeconds(30);

    /** What was told and not heeded yet, and accounts that a wallet does not follow yet. */
    private static final String WAITING = """
            select id from billing.notice where state = 'received'
            union all select team_id::text from billing.account where settled_version <> version""";

    /** Who calls: what is sent to say so, and what the policy knows. */
    record Caller(String name, String header, String credential, Optional<Actor> actor) {
        static final Caller NOBODY = new Caller("nobody", "", "", Optional.empty());

        /** What the policy says of it. */
        boolean may(RouteOutline route) {
            return route.permission().map(permission -> actor.map(known -> AccessPolicy.decide(known, permission)
                    instanceof AccessPolicy.Decision.Allowed).orElse(false)).orElse(true);
        }
    }

    /**
     * A team and what it has.
     *
     * @param caller a key of it that may what a key can
     * @param people one of each role; what hangs on an account hangs on the owner's
     * @param baits one of each kind, which others try to reach
     * @param others what it has besides; nobody else ever names it
     */
    record Planted(TeamId id, String name, Caller caller, Map<Role, Member> people, Map<String, String> baits, Set<String> others) {

        /** Who of the team may call a route: its key, or its owner where only people may. */
        Caller callerOf(RouteOutline route) {
            return caller.may(route) ? caller : people.get(Role.OWNER).caller();
        }

        /** What it has to put in a place of a route. */
        Optional<String> own(RouteOutline route, Place place) {
            return IsolationKinds.sample(place.name()).or(() -> IsolationKinds.of(route, place).map(this::bait));
        }

        Optional<String> own(String placeName) {
            return IsolationKinds.sample(placeName).or(() -> IsolationKinds.named(placeName).map(this::bait));
        }

        private String bait(String kind) {
            return Optional.ofNullable(baits.get(kind))
                    .orElseThrow(() -> new AssertionError("No " + kind + " was planted: add one to IsolationWorld.plant."));
        }

        String secret() {
            return name + SECRET;
        }
    }

    /** Somebody of a team. Each call is made in a session of its own, since some routes end the session that calls. */
    final class Member {
        private final UserId user;
        private final TeamId team;
        private final Role role;

        Member(UserId user, TeamId team, Role role) {
            this.user = user;
            this.team = team;
            this.role = role;
        }

        UserId user() {
            return user;
        }

        Caller caller() {
            SessionId session = new SessionId(UUID.fromString(newId()));
            database.run("""
                    insert into identity.session (session_id, user_id, team_id, proofs, address, user_agent, started_at, last_used_at, expires_at)
                    values ('%s', '%s', '%s', '{pwd}', '', '', now(), now(), now() + interval '1 day')""".formatted(session, user, team));
            Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
            String token = server.application().people().accessTokens()
                    .issue(new AccessTokens.Claims(user, team, role, session, now, now.plus(Duration.ofMinutes(15))));
            return new Caller("a person: " + role.code(), "Authorization", "Bearer " + token,
                    Optional.of(new Actor.User(user, team, role, session)));
        }
    }

    private final IsolationDatabase database;
    private final PlayedStripe stripe;
    private final StandInCreatorSource source;
    private final Server server;
    private final IsolationClient client;
    private final String passwordHash;
    private final List<String> catalogue;
    private int keys;
    private int ids;

    private IsolationWorld(IsolationDatabase database, PlayedStripe stripe, StandInCreatorSource source, Server server) {
        this.database = database;
        this.stripe = stripe;
        this.source = source;
        this.server = server;
        this.client = new IsolationClient(server.address());
        this.passwordHash = server.application().people().passwords().hash("a password that no try contains");
        this.catalogue = catalogue();
        stripe.tell(server);
        stripe.sellCoupon(IsolationKinds.sample("code").orElseThrow());
    }

    static IsolationWorld open() {
        return on(IsolationDatabase.fresh());
    }

    static IsolationWorld on(IsolationDatabase database) {
        PlayedStripe stripe = PlayedStripe.open();
        StandInCreatorSource source = new StandInCreatorSource(InstantSource.system()).shows(StandInAccount.of("nobody.of.a.team", 1_000));
        Map<String, String> settings = database.settings();
        settings.putAll(stripe.settings());
        settings.putAll(Map.of("DECODO_API_KEY", StandInCreatorSource.KEY, "DECODO_API_BASE", source.base().toString()));
        return new IsolationWorld(database, stripe, source, Server.start(Settings.from(settings)));
    }

    /** Every statement for a team that begins from now on goes through the listener. */
    void through(ExecuteListener listener) {
        Statements.through(listener, server.application().transactions());
    }

    /** Gives a test the pool that serves the teams. */
    void onConnections(Consumer<DataSource> work) {
        work.accept(server.application().store().database().app());
    }

    String address() {
        return server.address();
    }

    IsolationClient anotherClient() {
        return new IsolationClient(server.address());
    }

    PlayedStripe stripe() {
        return stripe;
    }

    IsolationDatabase database() {
        return database;
    }

    IsolationClient client() {
        return client;
    }

    List<RouteOutline> routes() {
        return RouteOutline.of(server.http());
    }

    /** A key that nobody used. */
    String freshKey() {
        keys++;
        return "fresh-" + keys;
    }

    Caller key(TeamId team, String name, Role role, Set<Scope> scopes) {
        CreateApiKey.Command command = new CreateApiKey.Command(new Actor.Operator("test", team), name, role, scopes, Optional.empty());
        return switch (server.application().people().apiKeys().createApiKey().handle(command)) {
            case CreateApiKey.Outcome.Created created -> new Caller("key of " + role.code(), "X-Api-Key", created.text(),
                    Optional.of(new Actor.Key(created.key().id(), team, role, scopes)));
            case CreateApiKey.Outcome.UnknownTeam unknown -> throw new AssertionError("the team was just made");
        };
    }

    /** Creators that every team finds, and unlocks for itself. */
    List<String> shared() {
        return catalogue;
    }

    private List<String> catalogue() {
        Caller operator = key(TeamId.CATALOGUE, "catalogue", Role.MANAGER, EnumSet.allOf(Scope.class));
        return Stream.of("shared.one", "shared.two", "shared.three").map(handle -> client.json(201, client.send(operator, "POST", "/api/v1/creators",
                Map.of(), """
                        {"platform":"youtube","handle":"%1$s","name":"Shared","followers":1000,"email":"%1$s@example.com"}""".formatted(handle)))
                .get("id").asText()).toList();
    }

    /** What an operator gives a team, for good. */
    private void give(TeamId team) {
        server.application().wallets().adjustWallet().handle(new AdjustWallet.Command(new Actor.Operator("test", TeamId.CATALOGUE), team,
                OperationKey.ofReversal("planted"), new AdjustWallet.Adjustment.Give(LotKind.PROMO, 1_000, Set.of(), Optional.empty()), "welcome"));
    }

    /** Proposals are closed to a team until an operator opens them. */
    private void open(TeamId team) {
        server.application().proposing().useCases().openProposals().handle(new OpenProposals.Command(new Actor.Operator("test", TeamId.CATALOGUE), team));
    }

    /** A new team with two of every kind of thing, so that each of its lists has a second page. */
    Planted plant(String name) {
        String secret = name + SECRET;
        TeamId team = switch (server.application().people().teams().createTeam()
                .handle(new CreateTeam.Command(new Actor.Operator("test", TeamId.CATALOGUE), secret, ZoneOffset.UTC))) {
            case CreateTeam.Outcome.Created created -> created.team().id();
            case CreateTeam.Outcome.TooMany tooMany -> throw new AssertionError("an operator owns no team");
        };
        Caller caller = key(team, secret, Role.MANAGER, EnumSet.allOf(Scope.class));
        key(team, secret, Role.MEMBER, EnumSet.of(Scope.JOBS_READ));
        IsolationPlanting planting = new IsolationPlanting(this, caller, secret);

        Map<String, String> baits = new LinkedHashMap<>();
        planting.imports();
        runJobs();
        List<String> creators = planting.creators();
        baits.putAll(planting.posts(creators));
        List<String> campaigns = planting.campaigns(creators);
        baits.putAll(planting.measurement(campaigns.getFirst(), creators));
        baits.putAll(planting.outreach(campaigns.getFirst(), creators));
        String conversation = planting.conversation();
        List<String> searches = planting.savedSearches();
        planting.searches();
        planting.favorites(creators);
        give(team);
        baits.put("team", team.toString());
        baits.put("API key", keyId(caller));
        Map<Role, Member> people = people(team, secret);
        baits.put("transaction", planting.unlocks(people.get(Role.ADMIN).caller()));
        baits.putAll(planting.lists(creators, people));
        open(team);
        baits.putAll(planting.proposals(creators));
        baits.put("member", people.get(Role.MANAGER).user().toString());
        baits.put("invitation", invitations(team, secret));
        baits.putAll(account(people.get(Role.OWNER), secret));
        baits.put("job", planting.jobs().getFirst());
        baits.put("creator", creators.getFirst());
        baits.putAll(purchases(people.get(Role.OWNER), planting));
        baits.putAll(planting.webhooks(people.get(Role.ADMIN).caller()));
        baits.put("export", planting.exports(creators, baits.get("list")));
        baits.put("handle", planting.handle(0));
        baits.put("campaign", campaigns.getFirst());
        baits.putAll(planting.work(campaigns.getFirst(), people.get(Role.MANAGER).user()));
        baits.put("conversation", conversation);
        baits.put("ranking", planting.rankings().getFirst());
        baits.put("saved search", searches.getFirst());

        Set<String> others = new HashSet<>();
        database.rowsNaming(List.of(team.toString())).values().forEach(rows -> {
            Matcher ids = ANY_ID.matcher(rows);
            while (ids.find()) {
                others.add(ids.group());
            }
        });
        others.removeAll(baits.values());
        others.remove(TeamId.CATALOGUE.toString());
        others.removeAll(catalogue);
        return new Planted(team, name, caller, people, baits, others);
    }

    /** A member of each role, with a password that nobody knows. */
    private Map<Role, Member> people(TeamId team, String secret) {
        Map<Role, Member> people = new EnumMap<>(Role.class);
        for (Role role : Role.values()) {
            Member member = new Member(new UserId(UUID.fromString(newId())), team, role);
            people.put(role, member);
            database.run("""
                    insert into identity.user_account
                        (user_id, version, email, full_name, password_hash, home_team_id, time_zone, locale, created_at)
                    values ('%1$s', 1, '%2$s.%3$s@example.com', '%2$s', '%5$s', '%4$s', 'UTC', 'en', now());
                    insert into identity.membership (team_id, user_id, version, role, joined_at)
                    values ('%4$s', '%1$s', 1, '%3$s', now())""".formatted(
                    member.user(), secret.toLowerCase(Locale.ROOT), role.code(), team, passwordHash));
        }
        return people;
    }

    /** What hangs on the account of a person: it is the person's, not the team's. */
    private Map<String, String> account(Member person, String secret) {
        Map<String, String> planted = Map.of(
                "session", newId(), "challenge", newId(), "second factor", newId(), "linked account", newId(),
                "data export", newId(), "erasure", newId());
        database.run("""
                insert into identity.session (session_id, user_id, team_id, proofs, address, user_agent, started_at, last_used_at, expires_at)
                select '%2$s', user_id, home_team_id, '{pwd}', '%6$s', '%6$s', now(), now(), now() + interval '1 day'
                  from identity.user_account where user_id = '%1$s';
                insert into identity.mfa_challenge (challenge_id, token_hash, user_id, proofs, address, expires_at)
                values ('%3$s', '%3$s', '%1$s', '{pwd}', '%6$s', now() + interval '5 minutes');
                insert into identity.totp_factor (factor_id, user_id, name, sealed_secret, created_at)
                values ('%4$s', '%1$s', '%6$s', '\\x%7$s', now());
                insert into identity.external_identity (identity_id, user_id, provider, issuer, subject, email, linked_at)
                values ('%5$s', '%1$s', 'google', 'https://issuer.example.com', '%5$s', '%6$s@example.com', now());
                insert into identity.data_export (export_id, user_id, requested_at, touched_at, ready_at, byte_count, expires_at)
                values ('%8$s', '%1$s', now(), now(), now(), length('{"user_id":"%6$s"}'), now() + interval '7 days');
                insert into identity.data_export_piece (export_id, number, content) values ('%8$s', 0, '{"user_id":"%6$s"}');
                insert into identity.erasure (id, user_id, email_hash, requested_at) values ('%9$s', '%1$s', '%6$s', now())""".formatted(
                person.user(), planted.get("session"), planted.get("challenge"), planted.get("second factor"), planted.get("linked account"),
                secret, sealedSecret(planted.get("second factor")), planted.get("data export"), planted.get("erasure")));
        return planted;
    }

    /** A plan, then a dearer one, and something else: each invoice and each order has a second one beside it. */
    private Map<String, String> purchases(Member owner, IsolationPlanting planting) {
        database.run("insert into billing.trial (team_id, user_id, order_id) values ('%s', '%s', '%s')".formatted(
                owner.team, owner.user(), newId())); // so that the first month is paid at once
        planting.bought(owner.caller(), "plan", "{\"kind\":\"subscription\",\"plan\":\"standard\"}");
        client.json(200, client.send(owner.caller(), "PATCH", "/api/v1/billing/subscription", Map.of(), "{\"plan\":\"premium\"}"));
        String order = planting.bought(owner.caller(), "advice", """
                {"kind":"payment","amount":{"amount":"5.00","currency":"USD"},"description":"%s"}""".formatted(planting.secret()));
        awaitQuiet();
        String payments = "select id from billing.payment where team_id = '" + owner.team + "' order by id";
        String events = "select id from billing.notice where team_id = '" + owner.team + "' order by id";
        return Map.of("order", order, "payment", database.names(payments).getFirst(), "event", database.names(events).getFirst());
    }

    /** Waits until all that the payment provider told is heeded, and wallets follow. */
    void awaitQuiet() {
        stripe.awaitTold();
        ApplyNotices.Command heed = new ApplyNotices.Command(new Actor.System("test", TeamId.CATALOGUE), 1_000);
        server.application().selling().useCases().applyNotices().handle(heed);
        Patience.until("nothing to be heeded", LONG, () -> Optional.of(database.names(WAITING)).filter(List::isEmpty));
    }

    private String sealedSecret(String factor) {
        return HexFormat.of().formatHex(server.application().secretBox().seal(new byte[20], "totp:" + factor));
    }

    private String invitations(TeamId team, String secret) {
        String invitation = "";
        for (String name : List.of("first", "second")) {
            invitation = newId();
            database.run("""
                    insert into identity.team_invitation (team_id, id, version, email, role, token_hash, invited_by, created_at, expires_at)
                    values ('%1$s', '%2$s', 1, '%3$s.%4$s@example.com', 'member', '%2$s', '%3$s', now(), now() + interval '7 days')"""
                    .formatted(team, invitation, secret.toLowerCase(Locale.ROOT), name));
        }
        return invitation;
    }

    private String newId() {
        ids++;
        return "0195f000-0000-7000-8000-" + String.format("%012x", ids);
    }

    private static String keyId(Caller caller) {
        return switch (caller.actor().orElseThrow()) {
            case Actor.Key key -> key.id().toString();
            case Actor.User user -> throw new IllegalArgumentException("a person");
            case Actor.Operator operator -> throw new IllegalArgumentException("an operator");
            case Actor.System system -> throw new IllegalArgumentException("the program");
        };
    }

    /** Does what was queued, here and now. */
    void runJobs() {
        RunNextJob.Command command = new RunNextJob.Command(new Actor.System("jobs", TeamId.CATALOGUE), () -> false);
        for (int job = 0; job < 100; job++) {
            if (server.application().operations().runNextJob().handle(command) instanceof RunNextJob.Outcome.Idle) {
                return;
            }
        }
        throw new AssertionError("the queue does not end");
    }

    /** Every row of a team, once all that is written a moment later is there. */
    Map<String, String> rowsOf(Planted team) {
        client.send(team.caller(), "GET", "/api/v1/searches");
        Stream<String> people = team.people().values().stream().map(member -> member.user().toString());
        return database.rowsNaming(Stream.concat(Stream.of(team.id().toString()), people).toList());
    }

    @Override
    public void close() {
        server.close();
        source.close();
        stripe.close();
        database.close();
    }
}
