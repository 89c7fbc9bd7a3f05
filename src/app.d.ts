declare global {
  namespace App {
    interface Error {
      message: string;
      /** Present on unexpected errors: the id under which the server logged the details. */
      id?: string;
    }
  }
}

export {};
