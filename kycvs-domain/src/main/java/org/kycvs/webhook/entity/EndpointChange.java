package org.kycvs.webhook.entity;

import java.util.List;
import java.util.Optional;

/**
 * What is to become of an endpoint; what is empty stays as it is. Its parts have been checked for
 * form.
 *
 * @param url where it is from now on
 * @param types which events it gets from now on
 * @param description the organisation's word for it; an empty text takes it away
 * @param enabled whether events are sent to it
 */
public record EndpointChange(
    Optional<String> url,
    Optional<List<WebhookType>> types,
    Optional<String> description,
    Optional<Boolean> enabled) {}
