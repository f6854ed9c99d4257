package org.kycvs.application;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Application;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.kycvs.apikey.entity.ApiKeyScope;
import org.kycvs.apikey.rest.CallAnswers;
import org.kycvs.apikey.rest.IdempotencyHeader;
import org.kycvs.apikey.rest.Keyed;
import org.kycvs.apikey.rest.NeedsScope;
import org.kycvs.client.statement.Reason;
import org.kycvs.notification.entity.ReceivedSms;
import org.kycvs.shared.problem.ProblemCode;
import org.kycvs.verification.entity.VerificationState;
import org.kycvs.verification.rest.AskBody;
import org.kycvs.verification.rest.ConfirmationBody;
import org.kycvs.verification.rest.HistoryDocument;
import org.kycvs.verification.rest.HistoryParameters;
import org.kycvs.verification.rest.StatementCheckBody;
import org.kycvs.verification.rest.StatementCheckDocument;
import org.kycvs.verification.rest.VerificationDocument;
import org.kycvs.verification.rest.cowin.ConfirmOtpBody;
import org.kycvs.verification.rest.cowin.CowinDocuments;
import org.kycvs.verification.rest.cowin.GenerateOtpBody;
import org.kycvs.webhook.entity.DeliveryState;
import org.kycvs.webhook.entity.WebhookType;
import org.kycvs.webhook.rest.DeliveryDocument;
import org.kycvs.webhook.rest.DeliveryPageDocument;
import org.kycvs.webhook.rest.DeliveryParameters;
import org.kycvs.webhook.rest.NewWebhookBody;
import org.kycvs.webhook.rest.SecretRollBody;
import org.kycvs.webhook.rest.WebhookChangeBody;
import org.kycvs.webhook.rest.WebhookDocument;
import org.kycvs.webhook.rest.WebhookListDocument;
import org.kycvs.webshared.problem.InputError;

/** Holds the API's contract and the code together. */
class ContractTest {
  private static final List<Application> APPLICATIONS =
      List.of(new ApiApplication(), new WellKnownApplication(), new DevelopmentApplication());

  /** What the server answers by itself. */
  private static final Set<String> OF_THE_SERVER =
      Set.of("GET /health", "GET /health/ready", "GET /health/live", "GET /metrics");

  /** Members of problem documents that only some codes have. */
  private static final Set<String> OF_SOME_PROBLEMS =
      Set.of("errors", "triesLeft", "retriesLeft", "retryAfter");

  /** Answers to calls without a right key, or that were refused before it was looked up. */
  private static final Set<String> BEFORE_THE_KEY = Set.of("401", "406", "408", "413", "415");

  /** The refusal of a header, which is read before the key is looked up. */
  private static final String HEADER = "/InvalidHeader";

  /** Those that need the token of the call before, in place of the API key. */
  private static final Set<String> OF_A_TOKEN = Set.of("GET /api/v3/vaccination/status");

  /** Has errors of a form of its own, and no idempotency keys. */
  private static final String COWIN = "/api/v3/";

  private record Call(String name, boolean keyed, Optional<ApiKeyScope> scope) {}

  @Test
  void calls_ofCodeAndContract_areTheSame() {
    Set<String> written = new TreeSet<>(callsOfTheContract());
    Set<String> made = calls().map(Call::name).collect(Collectors.toCollection(TreeSet::new));
    made.addAll(OF_THE_SERVER);

    assertEquals(made, written);
  }

  @Test
  void calls_withoutApiKey_areWrittenSo() {
    Set<String> open =
        calls().filter(call -> !call.keyed()).map(Call::name).collect(Collectors.toSet());
    Set<String> written =
        callsOfTheContract().stream()
            .filter(name -> operation(name).path("security").isArray())
            .filter(name -> operation(name).path("security").isEmpty())
            .collect(Collectors.toSet());
    open.addAll(OF_THE_SERVER);
    assertTrue(open.removeAll(OF_A_TOKEN));

    assertEquals(new TreeSet<>(open), new TreeSet<>(written));
    OF_A_TOKEN.forEach(
        name -> assertTrue(operation(name).required("security").path(0).has("cowinToken"), name));
  }

  @Test
  void scopes_ofKeyedCallsAndContract_areTheSame() {
    Map<String, String> made = new TreeMap<>();
    Map<String, String> written = new TreeMap<>();
    calls().forEach(call -> made.put(call.name(), call.scope().map(ApiKeyScope::wire).orElse("")));
    made.keySet().forEach(name -> written.put(name, operation(name).path("x-scope").asText()));

    assertEquals(made, written);
    calls().forEach(call -> assertEquals(call.keyed(), call.scope().isPresent(), call.name()));
  }

  static Stream<Arguments> records() {
    return Stream.of(
        Arguments.of(AskBody.class, "Question"),
        Arguments.of(ConfirmationBody.class, "Confirmation"),
        Arguments.of(VerificationDocument.class, "Verification"),
        Arguments.of(VerificationDocument.CodePart.class, "Code"),
        Arguments.of(VerificationDocument.ReceiptPart.class, "Receipt"),
        Arguments.of(VerificationDocument.ConsentPart.class, "Consent"),
        Arguments.of(HistoryDocument.class, "VerificationPage"),
        Arguments.of(StatementCheckBody.class, "StatementCheck"),
        Arguments.of(StatementCheckDocument.class, "StatementVerdict"),
        Arguments.of(GenerateOtpBody.class, "CowinQuestion"),
        Arguments.of(ConfirmOtpBody.class, "CowinConfirmation"),
        Arguments.of(CowinDocuments.Transaction.class, "CowinTransaction"),
        Arguments.of(CowinDocuments.Token.class, "CowinToken"),
        Arguments.of(CowinDocuments.Status.class, "CowinStatus"),
        Arguments.of(CowinDocuments.Failure.class, "CowinFailure"),
        Arguments.of(NewWebhookBody.class, "NewWebhook"),
        Arguments.of(WebhookChangeBody.class, "WebhookChange"),
        Arguments.of(SecretRollBody.class, "SecretRoll"),
        Arguments.of(WebhookDocument.class, "Webhook"),
        Arguments.of(WebhookDocument.DisabledPart.class, "WebhookDisabled"),
        Arguments.of(WebhookListDocument.class, "WebhookList"),
        Arguments.of(DeliveryDocument.class, "Delivery"),
        Arguments.of(DeliveryDocument.AttemptPart.class, "DeliveryAttempt"),
        Arguments.of(DeliveryDocument.RequestPart.class, "DeliveryRequest"),
        Arguments.of(DeliveryDocument.AnswerPart.class, "DeliveryAnswer"),
        Arguments.of(DeliveryPageDocument.class, "DeliveryPage"),
        Arguments.of(InputError.class, "InputError"),
        Arguments.of(ReceivedSms.class, "ReceivedSms"));
  }

  @ParameterizedTest
  @MethodSource("records")
  void members_ofRecordAndSchema_areTheSame(Class<?> record, String schema) {
    assertEquals(
        Arrays.stream(record.getRecordComponents()).map(ContractTest::wireName).toList(),
        names(Contract.properties(schema)));
  }

  private static String wireName(RecordComponent member) {
    JsonProperty named = member.getAccessor().getAnnotation(JsonProperty.class);
    return named == null ? member.getName() : named.value();
  }

  @Test
  void members_ofProblemAndSchema_areTheSame() {
    List<String> written = new ArrayList<>(names(Contract.properties("Problem")));
    assertTrue(written.containsAll(OF_SOME_PROBLEMS));
    written.removeAll(OF_SOME_PROBLEMS);

    assertEquals(List.of("type", "title", "status", "detail", "code", "requestId"), written);
  }

  static Stream<Arguments> lists() {
    return Stream.of(
        Arguments.of(HistoryParameters.class, "GET /api/v1/verifications"),
        Arguments.of(DeliveryParameters.class, "GET /api/v1/webhooks/{id}/deliveries"));
  }

  @ParameterizedTest
  @MethodSource("lists")
  void queryParameters_ofListAndContract_areTheSame(Class<?> parameters, String call) {
    Set<String> made =
        Arrays.stream(parameters.getDeclaredFields())
            .filter(field -> field.isAnnotationPresent(QueryParam.class))
            .map(field -> field.getAnnotation(QueryParam.class).value())
            .collect(Collectors.toCollection(TreeSet::new));
    Set<String> written = new TreeSet<>();
    operation(call)
        .required("parameters")
        .forEach(parameter -> written.add(parameter.required("name").asText()));

    assertEquals(made, written);
  }

  @Test
  void idempotencyKey_ofKeyedPosts_isWrittenWithItsProblems() {
    Set<String> posts =
        calls()
            .filter(Call::keyed)
            .map(Call::name)
            .filter(name -> name.startsWith("POST ") && !name.contains(COWIN))
            .collect(Collectors.toCollection(TreeSet::new));
    Set<String> written =
        callsOfTheContract().stream()
            .filter(name -> takesIdempotencyKey(operation(name)))
            .collect(Collectors.toCollection(TreeSet::new));
    assertEquals(posts, written);
    for (String name : posts) {
      JsonNode responses = operation(name).required("responses");
      assertTrue(
          codes(resolved(responses.required("409")))
              .toList()
              .containsAll(
                  List.of(ProblemCode.IDEMPOTENCY_CONFLICT, ProblemCode.IDEMPOTENCY_IN_PROGRESS)),
          name);
      assertTrue(
          codes(resolved(responses.required("400"))).toList().contains(ProblemCode.INVALID_REQUEST),
          name);
      JsonNode done = responses.has("201") ? responses.get("201") : responses.required("200");
      assertTrue(resolved(done).required("headers").has(CallAnswers.REPLAYED), name);
    }
  }

  private static boolean takesIdempotencyKey(JsonNode operation) {
    return stream(operation.path("parameters"))
        .map(ContractTest::resolved)
        .anyMatch(parameter -> parameter.path("name").asText().equals(IdempotencyHeader.NAME));
  }

  @Test
  void states_ofCodeAndContract_areTheSame() {
    assertEquals(
        Arrays.stream(VerificationState.values()).map(VerificationState::wire).toList(),
        texts(Contract.document().at("/components/schemas/State/enum")));
  }

  @Test
  void webhookWords_ofCodeAndContract_areTheSame() {
    assertEquals(
        Arrays.stream(DeliveryState.values()).map(DeliveryState::wire).toList(),
        texts(Contract.properties("Delivery").at("/state/enum")));
    assertEquals(
        WebhookType.wanted().stream().map(WebhookType::wire).toList(),
        texts(Contract.document().at("/components/schemas/WebhookType/enum")));
  }

  @Test
  void reasons_ofCodeAndContract_areTheSame() {
    assertEquals(
        Arrays.stream(Reason.values()).map(Reason::wire).toList(),
        texts(Contract.properties("StatementVerdict").at("/reasons/items/enum")));
  }

  @Test
  void problemCodes_ofCodeAndContract_areTheSame() {
    assertEquals(
        Arrays.stream(ProblemCode.values()).map(ProblemCode::wire).toList(),
        texts(Contract.properties("Problem").at("/code/enum")));
  }

  @ParameterizedTest
  @EnumSource(ProblemCode.class)
  void problemExample_ofEachCode_isTrue(ProblemCode code) {
    JsonNode example =
        Contract.document()
            .required("components")
            .required("examples")
            .required(code.wire())
            .required("value");

    assertEquals(code.wire(), example.required("code").asText());
    assertEquals("urn:kycvs:problem:" + code.wire(), example.required("type").asText());
    assertEquals(code.title(), example.required("title").asText());
    assertEquals(code.status(), example.required("status").asInt());
  }

  @Test
  void problemResponses_ofCalls_haveOnlyCodesOfTheirStatus() {
    for (String call : callsOfTheContract()) {
      operation(call)
          .required("responses")
          .fields()
          .forEachRemaining(
              response ->
                  codes(resolved(response.getValue()))
                      .forEach(
                          code ->
                              assertEquals(
                                  response.getKey(), Integer.toString(code.status()), call)));
    }
  }

  @Test
  void problemResponses_ofAllCallsTogether_haveEveryCode() {
    Set<ProblemCode> told =
        callsOfTheContract().stream()
            .flatMap(call -> stream(operation(call).required("responses")))
            .flatMap(response -> codes(resolved(response)))
            .collect(Collectors.toCollection(TreeSet::new));
    told.add(ProblemCode.METHOD_NOT_ALLOWED); // of any path, so the document's head tells it

    assertEquals(Set.of(ProblemCode.values()), told);
  }

  @Test
  void references_ofContract_leadSomewhere() {
    Contract.document()
        .findValuesAsText("$ref")
        .forEach(
            reference ->
                assertTrue(Contract.document().at(reference.substring(1)).isObject(), reference));
  }

  @Test
  void rateLimit_ofEachKeyedCall_isToldInEveryAnswerOnceTheKeyWasLookedUp() {
    calls()
        .filter(Call::keyed)
        .filter(call -> !call.name().contains(COWIN))
        .forEach(
            call -> {
              JsonNode responses = operation(call.name()).required("responses");
              assertTrue(responses.has("429"), call.name());
              responses
                  .fields()
                  .forEachRemaining(
                      response -> {
                        boolean told =
                            !BEFORE_THE_KEY.contains(response.getKey())
                                && !response.getValue().path("$ref").asText().endsWith(HEADER);
                        for (String field : List.of("RateLimit", "RateLimit-Policy")) {
                          assertEquals(
                              told,
                              resolved(response.getValue()).path("headers").has(field),
                              call.name() + " " + response.getKey() + " " + field);
                        }
                      });
            });
  }

  private static Stream<ProblemCode> codes(JsonNode response) {
    return names(response.at("/content/application~1problem+json/examples")).stream()
        .map(code -> ProblemCode.valueOf(code.toUpperCase(Locale.ROOT).replace('-', '_')));
  }

  private static JsonNode resolved(JsonNode node) {
    return node.has("$ref") ? Contract.document().at(node.get("$ref").asText().substring(1)) : node;
  }

  private static JsonNode operation(String call) {
    int cut = call.indexOf(' ');
    return Contract.document()
        .required("paths")
        .required(call.substring(cut + 1))
        .required(call.substring(0, cut).toLowerCase(Locale.ROOT));
  }

  private static List<String> callsOfTheContract() {
    List<String> calls = new ArrayList<>();
    Contract.document()
        .required("paths")
        .fields()
        .forEachRemaining(
            path ->
                names(path.getValue()).stream()
                    .filter(name -> !name.equals("parameters"))
                    .forEach(
                        name -> calls.add(name.toUpperCase(Locale.ROOT) + " " + path.getKey())));
    return calls;
  }

  private static Stream<Call> calls() {
    return APPLICATIONS.stream()
        .flatMap(
            application ->
                application.getClasses().stream()
                    .filter(type -> type.isAnnotationPresent(Path.class))
                    .flatMap(
                        type ->
                            Arrays.stream(type.getDeclaredMethods())
                                .flatMap(method -> call(application, type, method))));
  }

  private static Stream<Call> call(Application application, Class<?> type, Method method) {
    Path own = method.getAnnotation(Path.class);
    String path =
        "/"
            + Stream.of(
                    application.getClass().getAnnotation(ApplicationPath.class).value(),
                    type.getAnnotation(Path.class).value(),
                    own == null ? "" : own.value())
                .map(part -> part.replaceAll("^/|/$", ""))
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining("/"));
    boolean keyed =
        type.isAnnotationPresent(Keyed.class) || method.isAnnotationPresent(Keyed.class);
    return Arrays.stream(method.getAnnotations())
        .map(Annotation::annotationType)
        .filter(mark -> mark.isAnnotationPresent(HttpMethod.class))
        .map(
            mark ->
                new Call(
                    mark.getAnnotation(HttpMethod.class).value() + " " + path,
                    keyed,
                    Optional.ofNullable(method.getAnnotation(NeedsScope.class))
                        .map(NeedsScope::value)));
  }

  private static List<String> names(JsonNode object) {
    List<String> names = new ArrayList<>();
    object.fieldNames().forEachRemaining(names::add);
    return names;
  }

  private static List<String> texts(JsonNode array) {
    return stream(array).map(JsonNode::asText).toList();
  }

  private static Stream<JsonNode> stream(JsonNode nodes) {
    return StreamSupport.stream(nodes.spliterator(), false);
  }
}
