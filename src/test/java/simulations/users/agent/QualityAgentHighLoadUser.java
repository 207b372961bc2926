package simulations.users.agent;

/** Twice as fast as {@link QualityAgentUser}. */
public final class QualityAgentHighLoadUser implements QualityAgentVisitor {}
