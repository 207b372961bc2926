package simulations.users.agent;

/** Almost without a pause. */
public final class QualityAgentBurstUser implements QualityAgentVisitor {}
