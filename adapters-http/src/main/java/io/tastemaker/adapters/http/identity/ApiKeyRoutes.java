package io.tastemaker.adapters.http.identity;

import io.tastemaker.adapters.http.shared.Access;
import io.tastemaker.adapters.http.shared.Answer;
import io.tastemaker.adapters.http.shared.Call;
import io.tastemaker.adapters.http.shared.Constraint.About;
import io.tastemaker.adapters.http.shared.Constraint.Between;
import io.tastemaker.adapters.http.shared.Constraint.Default;
import io.tastemaker.adapters.http.shared.Constraint.Entries;
import io.tastemaker.adapters.http.shared.Constraint.Kept;
import io.tastemaker.adapters.http.shared.Constraint.Length;
import io.tastemaker.adapters.http.shared.Constraint.OneOf;
import io.tastemaker.adapters.http.shared.Constraint.Word;
import io.tastemaker.adapters.http.shared.Field;
import io.tastemaker.adapters.http.shared.PageQuery;
import io.tastemaker.adapters.http.shared.Problem;
import io.tastemaker.adapters.http.shared.ProblemCode;
import io.tastemaker.adapters.http.shared.Reply;
import io.tastemaker.adapters.http.shared.Route;
import io.tastemaker.adapters.http.shared.Route.Method;
import io.tastemaker.adapters.http.shared.Vocabulary;
import io.tastemaker.application.identity.ApiKeyUseCases;
import io.tastemaker.application.identity.ChangeApiKey;
import io.tastemaker.application.identity.CreateApiKey;
import io.tastemaker.application.identity.ListApiKeys;
import io.tastemaker.application.identity.RevokeApiKey;
import io.tastemaker.application.identity.RotateApiKey;
import io.tastemaker.application.identity.ShowApiKey;
import io.tastemaker.domain.access.AccessPolicy;
import io.tastemaker.domain.access.Actor;
import io.tastemaker.domain.access.Permission;
import io.tastemaker.domain.access.Refusal;
import io.tastemaker.domain.access.Role;
import io.tastemaker.domain.access.Scope;
import io.tastemaker.domain.identity.ApiKey;
import io.tastemaker.domain.shared.ApiKeyId;
import io.tastemaker.domain.shared.Coded;
import io.tastemaker.domain.shared.PageRequest;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** API keys of the team. Only people manage them: no key makes another key. */
public final class ApiKeyRoutes {

    record KeyPath(@About("The key") UUID keyId) {
        ApiKeyId id() {
            return new ApiKeyId(keyId);
        }
    }

    record NewKeyJson(
            @About("What it is for") @Length(max = 100) String name,
            @About("What it may do at most") @Default("member") @OneOf({"member", "manager"}) String role,
            @About("What it is limited to") @Entries(min = 1, max = 20) List<@Word(Vocabulary.SCOPE) String> scopes,
            @About("When it stops working; without it, never") Optional<@Between(min = "1", max = "731") Integer> expiresInDays) {}

    record KeyPatchJson(
            @About("What it is for") @Kept Field<@Length(max = 100) String> name,
            @About("What it may do at most") @Kept Field<@OneOf({"member", "manager"}) String> role,
            @About("What it is limited to") @Kept Field<@Entries(min = 1, max = 20) List<@Word(Vocabulary.SCOPE) String>> scopes,
            @About("When it stops working, counted from now; null for never") Field<@Between(min = "1", max = "731") Integer> expiresInDays) {}

    record RotationJson(
            @About("How many hours the old secret works on, up to 7 days") @Default("24") @Between(min = "0", max = "168") int overlapHours) {}

    record KeyJson(
            UUID id,
            @About("As in the ETag") long version,
            String name,
            String role,
            List<String> scopes,
            @About("active, expired or revoked") String status,
            Instant createdAt,
            Optional<Instant> expiresAt,
            Optional<Instant> revokedAt,
            @About("To the minute") Optional<Instant> lastUsedAt,
            @About("Until when the secret before the last rotation works on") Optional<Instant> oldSecretUntil) {}

    record KeyWithSecretJson(@About("The whole key, shown this once") String key, KeyJson apiKey) {
        @Override
        public String toString() {
            return "KeyWithSecretJson[]";
        }
    }

    private static final String ALL = "the newest first";

    private final ApiKeyUseCases useCases;
    private final InstantSource clock;

    /**
     * Routes over use cases.
     *
     * @param useCases the context's
     * @param clock the time, from which expiry is counted
     */
    public ApiKeyRoutes(ApiKeyUseCases useCases, InstantSource clock) {
        this.useCases = useCases;
        this.clock = clock;
    }

    /**
     * The rows of the route table.
     *
     * @return the routes
     */
    public List<Route> routes() {
        Access admin = Access.needs(Permission.WRITE_API_KEYS);
        return List.of(
                Route.of(Method.GET, "/api-keys", admin).says("api keys", "List API keys").about("The newest first, revoked ones too.")
                        .query(PageQuery.class).lists(KeyJson.class, "The keys, without their secrets").handle(this::list),
                Route.of(Method.POST, "/api-keys", admin).says("api keys", "Make an API key")
                        .about("Its secret is shown this once, and again to the same Idempotency-Key for a day.")
                        .body(NewKeyJson.class).answers(201, KeyWithSecretJson.class, "The key").versioned().problems(ProblemCode.NOT_FOUND)
                        .repeatable().handle(this::create),
                Route.of(Method.GET, "/api-keys/{key_id}", admin).says("api keys", "Show an API key").path(KeyPath.class)
                        .answers(200, KeyJson.class, "The key, without its secret").versioned().problems(ProblemCode.NOT_FOUND)
                        .handle(this::show),
                Route.of(Method.PATCH, "/api-keys/{key_id}", admin).says("api keys", "Change an API key").path(KeyPath.class)
                        .body(KeyPatchJson.class).needsVersion().answers(200, KeyJson.class, "As it is now")
                        .problems(ProblemCode.NOT_FOUND, ProblemCode.STATE_CONFLICT).handle(this::change),
                Route.of(Method.DELETE, "/api-keys/{key_id}", admin).says("api keys", "Revoke an API key").about("For good, within a second.")
                        .path(KeyPath.class).heedsVersion().answersNothing("It works no more")
                        .problems(ProblemCode.NOT_FOUND, ProblemCode.STATE_CONFLICT).handle(this::revoke),
                Route.of(Method.POST, "/api-keys/{key_id}/rotate", admin).says("api keys", "Give an API key a new secret")
                        .about("The old secret works on for a while.").path(KeyPath.class).body(RotationJson.class)
                        .answers(200, KeyWithSecretJson.class, "The key").problems(ProblemCode.NOT_FOUND, ProblemCode.STATE_CONFLICT)
                        .handle(this::rotate));
    }

    private Reply list(Call call) {
        PageQuery query = call.query(PageQuery.class);
        PageRequest page = new PageRequest(query.limit(), call.position(query.cursor(), ALL));
        return call.page(useCases.listApiKeys().handle(new ListApiKeys.Query(person(call), page)), ALL, this::json);
    }

    private Reply create(Call call) {
        NewKeyJson wanted = call.body(NewKeyJson.class);
        CreateApiKey.Command command = new CreateApiKey.Command(
                person(call), wanted.name(), role(wanted.role()), scopes(wanted.scopes()), expiry(wanted.expiresInDays()));
        return switch (useCases.createApiKey().handle(command)) {
            case CreateApiKey.Outcome.Created(ApiKey key, String text) ->
                Answer.created("/api-keys/" + key.id(), new KeyWithSecretJson(text, json(key))).version(key.version());
            case CreateApiKey.Outcome.UnknownTeam() -> Problem.of(ProblemCode.NOT_FOUND);
        };
    }

    private Reply show(Call call) {
        return shown(key(call));
    }

    private Reply change(Call call) {
        KeyPatchJson patch = call.body(KeyPatchJson.class);
        ApiKey key = key(call);
        Optional<Instant> expiresAt = patch.expiresInDays().map(days -> clock.instant().plus(Duration.ofDays(days))).over(key.expiresAt());
        ChangeApiKey.Command command = new ChangeApiKey.Command(person(call), key.id(), call.ifMatch().orElseThrow(),
                patch.name().over(Optional.of(key.name())).orElseThrow(), patch.role().map(ApiKeyRoutes::role).over(Optional.of(key.role())).orElseThrow(),
                patch.scopes().map(ApiKeyRoutes::scopes).over(Optional.of(key.scopes())).orElseThrow(), expiresAt);
        return switch (useCases.changeApiKey().handle(command)) {
            case ChangeApiKey.Outcome.Changed(ApiKey changed) -> shown(changed);
            case ChangeApiKey.Outcome.Revoked() -> Problem.conflict("A revoked key stays as it is.", "revoked", List.of());
        };
    }

    private Reply revoke(Call call) {
        RevokeApiKey.Command command = new RevokeApiKey.Command(person(call), call.path(KeyPath.class).id(), call.expectedVersion());
        return switch (useCases.revokeApiKey().handle(command)) {
            case RevokeApiKey.Outcome.Revoked() -> Answer.noContent();
        };
    }

    private Reply rotate(Call call) {
        Duration overlap = Duration.ofHours(call.body(RotationJson.class).overlapHours());
        return switch (useCases.rotateApiKey().handle(new RotateApiKey.Command(person(call), call.path(KeyPath.class).id(), overlap))) {
            case RotateApiKey.Outcome.Rotated(ApiKey key, String text) ->
                Answer.ok(new KeyWithSecretJson(text, json(key))).version(key.version());
            case RotateApiKey.Outcome.NotActive() ->
                Problem.conflict("Only a key that works gets a new secret.", key(call).status(clock.instant()), List.of());
        };
    }

    private ApiKey key(Call call) {
        return useCases.showApiKey().handle(new ShowApiKey.Query(person(call), call.path(KeyPath.class).id()));
    }

    /** The policy lets operators do everything; their keys are made by a command alone. */
    private static Actor.User person(Call call) {
        if (call.actor() instanceof Actor.User user) {
            return user;
        }
        throw new Refusal.Forbidden(new AccessPolicy.Decision.Denied(Permission.WRITE_API_KEYS, Optional.of(Role.ADMIN), Optional.empty()));
    }

    private Optional<Instant> expiry(Optional<Integer> days) {
        return days.map(count -> clock.instant().plus(Duration.ofDays(count)));
    }

    private static Role role(String code) {
        return Coded.find(Role.class, code).orElseThrow();
    }

    private static Set<Scope> scopes(List<String> codes) {
        return codes.stream().map(code -> Coded.find(Scope.class, code).orElseThrow()).collect(Collectors.toUnmodifiableSet());
    }

    private Answer shown(ApiKey key) {
        return Answer.ok(json(key)).version(key.version());
    }

    private KeyJson json(ApiKey key) {
        Instant now = clock.instant();
        return new KeyJson(key.id().value(), key.version(), key.name(), key.role().code(),
                key.scopes().stream().map(Scope::code).sorted().toList(), key.status(now), key.createdAt(), key.expiresAt(), key.revokedAt(),
                key.lastUsedAt(), key.outgoing().map(ApiKey.OutgoingSecret::until).filter(now::isBefore));
    }
}
