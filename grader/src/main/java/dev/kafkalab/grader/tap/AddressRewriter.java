package dev.kafkalab.grader.tap;

import dev.kafkalab.grader.tap.fence.Fence;
import java.nio.ByteBuffer;
import java.util.EnumSet;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.apache.kafka.common.protocol.ApiKeys;
import org.apache.kafka.common.protocol.ByteBufferAccessor;
import org.apache.kafka.common.protocol.Errors;
import org.apache.kafka.common.requests.AbstractResponse;
import org.apache.kafka.common.requests.DescribeClusterResponse;
import org.apache.kafka.common.requests.FetchResponse;
import org.apache.kafka.common.requests.FindCoordinatorResponse;
import org.apache.kafka.common.requests.HeartbeatResponse;
import org.apache.kafka.common.requests.MetadataResponse;
import org.apache.kafka.common.requests.ProduceResponse;
import org.apache.kafka.common.requests.RequestHeader;
import org.apache.kafka.common.requests.RequestUtils;
import org.apache.kafka.common.requests.ResponseHeader;
import org.jspecify.annotations.Nullable;

/**
 * Reads responses: replaces the brokers' addresses by the tap's, so that clients come back to it,
 * hides what they are not to see, and notes what a member is told of its group.
 */
final class AddressRewriter {

  /** Produce and Fetch name addresses only when a partition's leader has moved (KIP-951). */
  private static final Set<ApiKeys> CONCERNED =
      EnumSet.of(
          ApiKeys.METADATA,
          ApiKeys.CREATE_TOPICS,
          ApiKeys.DESCRIBE_TOPIC_PARTITIONS,
          ApiKeys.LIST_GROUPS,
          ApiKeys.FIND_COORDINATOR,
          ApiKeys.DESCRIBE_CLUSTER,
          ApiKeys.PRODUCE,
          ApiKeys.FETCH,
          ApiKeys.HEARTBEAT);

  private final UnaryOperator<Endpoint> route;
  private final TopicNames names;
  private final Notebook notebook;
  private final @Nullable Fence fence;

  /**
   * Makes a rewriter.
   *
   * @param route says where a client is to go instead of to a broker
   * @param fence what it hides from clients; null for nothing
   */
  AddressRewriter(
      UnaryOperator<Endpoint> route, TopicNames names, Notebook notebook, @Nullable Fence fence) {
    this.fence = fence;
    this.route = route;
    this.names = names;
    this.notebook = notebook;
  }

  static boolean concerns(ApiKeys key) {
    return CONCERNED.contains(key);
  }

  /**
   * Returns the response with the tap's addresses; the very same bytes where it names none or is
   * not understood.
   *
   * @param fault may change the response, and returns whether it did
   */
  byte[] rewritten(byte[] payload, PendingAnswers pending, Predicate<AbstractResponse> fault) {
    if (payload.length < Integer.BYTES) {
      return payload;
    }
    RequestHeader request = pending.answered(ByteBuffer.wrap(payload).getInt());
    Response response = request == null ? null : decoded(payload, request);
    if (response == null) {
      return payload;
    }
    boolean spoilt = fault.test(response.body());
    boolean hidden = fence != null && fence.hide(response.body());
    names.learnFrom(response.body());
    return reroute(response.body()) || spoilt || hidden ? response.encoded() : payload;
  }

  private static @Nullable Response decoded(byte[] payload, RequestHeader request) {
    short version = request.apiVersion();
    ByteBuffer buffer = ByteBuffer.wrap(payload);
    try {
      ResponseHeader header =
          ResponseHeader.parse(buffer, request.apiKey().responseHeaderVersion(version));
      AbstractResponse body =
          AbstractResponse.parseResponse(request.apiKey(), new ByteBufferAccessor(buffer), version);
      return buffer.hasRemaining() ? null : new Response(header, body, version);
    } catch (RuntimeException e) {
      return null;
    }
  }

  /** Sets the tap's addresses; returns false where there was none to set. */
  private boolean reroute(AbstractResponse response) {
    if (response instanceof MetadataResponse metadata) {
      for (var broker : metadata.data().brokers()) {
        Endpoint there = route(broker.host(), broker.port());
        broker.setHost(there.host()).setPort(there.port());
      }
      return !metadata.data().brokers().isEmpty();
    }
    if (response instanceof FindCoordinatorResponse found) {
      return reroute(found);
    }
    if (response instanceof DescribeClusterResponse cluster) {
      for (var broker : cluster.data().brokers()) {
        Endpoint there = route(broker.host(), broker.port());
        broker.setHost(there.host()).setPort(there.port());
      }
      return !cluster.data().brokers().isEmpty();
    }
    if (response instanceof HeartbeatResponse heartbeat) {
      if (heartbeat.error() == Errors.REBALANCE_IN_PROGRESS) {
        notebook.addRebalanceTold();
      }
      return false;
    }
    return rerouteMovedLeaders(response);
  }

  private boolean reroute(FindCoordinatorResponse found) {
    boolean any = false;
    if (found.data().port() > 0) { // before version 4; an error names no coordinator
      Endpoint there = route(found.data().host(), found.data().port());
      found.data().setHost(there.host()).setPort(there.port());
      any = true;
    }
    for (var coordinator : found.data().coordinators()) {
      if (coordinator.port() > 0) {
        Endpoint there = route(coordinator.host(), coordinator.port());
        coordinator.setHost(there.host()).setPort(there.port());
        any = true;
      }
    }
    return any;
  }

  private boolean rerouteMovedLeaders(AbstractResponse response) {
    boolean any = false;
    if (response instanceof ProduceResponse produced) {
      for (var leader : produced.data().nodeEndpoints()) {
        Endpoint there = route(leader.host(), leader.port());
        leader.setHost(there.host()).setPort(there.port());
        any = true;
      }
    } else if (response instanceof FetchResponse fetched) {
      for (var leader : fetched.data().nodeEndpoints()) {
        Endpoint there = route(leader.host(), leader.port());
        leader.setHost(there.host()).setPort(there.port());
        any = true;
      }
    }
    return any;
  }

  private Endpoint route(String host, int port) {
    return route.apply(new Endpoint(host, port));
  }

  private record Response(ResponseHeader header, AbstractResponse body, short version) {

    byte[] encoded() {
      return RequestUtils.serialize(header.data(), header.headerVersion(), body.data(), version)
          .array();
    }
  }
}
