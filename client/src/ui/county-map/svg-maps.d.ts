declare module '@svg-maps/sweden' {
  const map: { readonly locations: readonly { readonly id: string; readonly path: string }[] };
  export default map;
}
